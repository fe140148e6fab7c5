import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DutyView,
  GetDuty,
  HandoverMatterView,
  ListMatters,
  ListMattersRequest,
  type MatterPage,
  MaySignOut,
  OnDuty,
  RecordMatter,
  type RequestContext,
  SettleMatter,
  SignOutVerdict,
  TakeDuty,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { MATTER_COLUMNS } from './handover-columns';
import { MatterBody, MatterPath, MatterResultBody, MattersExportQuery, SignOutQuery } from './handover.dto';

@ApiTags('handovers')
@ApiBearerAuth()
@Controller()
export class DutyController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('duty')
  @Permission('handover:read')
  @ApiOperation({ summary: 'Who leads the shift' })
  @ApiOkResponse({ type: OnDuty })
  duty(@Context() context: RequestContext): Promise<OnDuty> {
    return this.operations.call(GetDuty, {}, context);
  }

  @Post('duty')
  @Permission('handover:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Lead the shift where nobody does; afterwards it passes by handovers' })
  @ApiOkResponse({ type: DutyView })
  @ApiProblems(409)
  take(@Context() context: RequestContext): Promise<DutyView> {
    return this.operations.call(TakeDuty, {}, context);
  }

  @Get('sign-out-verdict')
  @Permission('handover:read')
  @ApiOperation({ summary: 'What keeps an agent from signing out' })
  @ApiOkResponse({ type: SignOutVerdict })
  verdict(@Query() query: SignOutQuery, @Context() context: RequestContext): Promise<SignOutVerdict> {
    return this.operations.call(MaySignOut, query, context);
  }

  @Get('handover-matters')
  @Permission('handover:read')
  @ApiOperation({ summary: 'What was to be passed on, the latest first' })
  @ApiPage(HandoverMatterView)
  matters(@Query() query: ListMattersRequest, @Context() context: RequestContext): Promise<MatterPage> {
    return this.operations.call(ListMatters, query, context);
  }

  @Get('handover-matters/export')
  @Permission('handover:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  exportMatters(
    @Query() query: MattersExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListMatters, columns: MATTER_COLUMNS };
    const names = { fileName: 'handover-matters', sheetName: { 'zh-CN': '待转告事项', en: 'Matters' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('handover-matters')
  @Permission('handover:read')
  @ApiOperation({ summary: 'Note something that could not be passed on yet' })
  @ApiCreatedResponse({ type: HandoverMatterView })
  record(@Body() body: MatterBody, @Context() context: RequestContext): Promise<HandoverMatterView> {
    return this.operations.call(RecordMatter, body, context);
  }

  @Post('handover-matters/:matterId/settle')
  @Permission('handover:read')
  @HttpCode(200)
  @ApiOperation({ summary: 'It was passed on: the result, for who took it first' })
  @ApiOkResponse({ type: HandoverMatterView })
  @ApiProblems(404)
  settle(
    @Param() path: MatterPath,
    @Body() body: MatterResultBody,
    @Context() context: RequestContext,
  ): Promise<HandoverMatterView> {
    return this.operations.call(SettleMatter, { ...path, ...body }, context);
  }
}
