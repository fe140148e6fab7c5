import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  GetApplicationPapers,
  ListVerifications,
  ListVerificationsRequest,
  PaperChecklist,
  type RequestContext,
  SuggestOwner,
  SuggestOwnerRequest,
  SuggestedOwners,
  type VerificationPage,
  VerificationView,
} from '@switchyard/contracts';
import { OperationClient, tableColumn } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { chinaTime } from '../http/china-time';
import { ListFiles } from '../http/list-files';
import { ExportOf } from '../http/export-of';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { WorkOrderPath } from './work-order-path';

export class VerificationsExportQuery extends ExportOf(ListVerificationsRequest) {}

const COLUMNS = [
  tableColumn<VerificationView>('own', '工单号', 'work order', ({ number }) => number),
  tableColumn<VerificationView>('own', '监督员', 'inspector', ({ inspector }) => inspector),
  tableColumn<VerificationView>('text', '核查内容', 'matter', ({ matter }) => matter),
  tableColumn<VerificationView>('own', '状态', 'status', ({ status }) => status),
  tableColumn<VerificationView>('own', '要求时间', 'due at', ({ dueAt }) => chinaTime(dueAt)),
  tableColumn<VerificationView>('text', '核查结果', 'finding', ({ finding }) => finding),
];

@ApiTags('applications')
@ApiBearerAuth()
@Controller()
export class ApplicationController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('work-orders/:number/papers')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'Papers of an application and which of them are there' })
  @ApiOkResponse({ type: PaperChecklist })
  @ApiProblems(404)
  papers(@Param() path: WorkOrderPath, @Context() context: RequestContext): Promise<PaperChecklist> {
    return this.operations.call(GetApplicationPapers, path, context);
  }

  @Get('verifications')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'Verifications on site, the latest first' })
  @ApiPage(VerificationView)
  verifications(
    @Query() query: ListVerificationsRequest,
    @Context() context: RequestContext,
  ): Promise<VerificationPage> {
    return this.operations.call(ListVerifications, query, context);
  }

  @Get('verifications/export')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'The verifications as a file' })
  @ApiListFile()
  export(
    @Query() query: VerificationsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListVerifications, columns: COLUMNS };
    const names = { fileName: 'verifications', sheetName: { 'zh-CN': '核查', en: 'Verifications' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('suggested-owners')
  @Permission('work-order:read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Who should see to a work order, by skill, presence and what each has in hand' })
  @ApiOkResponse({ type: SuggestedOwners })
  suggest(@Body() body: SuggestOwnerRequest, @Context() context: RequestContext): Promise<SuggestedOwners> {
    return this.operations.call(SuggestOwner, body, context);
  }
}
