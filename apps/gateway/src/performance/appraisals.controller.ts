import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type AppraisalPage,
  AppraisalReference,
  AppraisalTemplateBody,
  type AppraisalTemplatePage,
  AppraisalTemplateReference,
  AppraisalTemplateView,
  AppraisalView,
  DraftAppraisal,
  DraftAppraisalRequest,
  ListAppraisals,
  ListAppraisalsRequest,
  ListAppraisalTemplates,
  ListAppraisalTemplatesRequest,
  PublishAppraisal,
  PublishAppraisalTemplate,
  type RequestContext,
  SaveAppraisalTemplate,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { APPRAISAL_COLUMNS } from './performance-columns';

export class AppraisalTemplatePath extends AppraisalTemplateReference {}

export class SaveAppraisalTemplateBody extends AppraisalTemplateBody {}

export class AppraisalPath extends AppraisalReference {}

export class AppraisalsExportQuery extends ExportOf(ListAppraisalsRequest) {}

/** A year's indicators are reckoned month by month. */
const DRAFT_TIMEOUT_MS = 30_000;

@ApiTags('performance')
@ApiBearerAuth()
@Controller('performance')
export class AppraisalsController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('appraisal-templates')
  @Permission('performance:read')
  @ApiOperation({ summary: 'Templates of appraisals with their versions' })
  @ApiPage(AppraisalTemplateView)
  templates(
    @Query() query: ListAppraisalTemplatesRequest,
    @Context() context: RequestContext,
  ): Promise<AppraisalTemplatePage> {
    return this.operations.call(ListAppraisalTemplates, query, context);
  }

  @Put('appraisal-templates/:code')
  @Permission('performance:write')
  @ApiOperation({
    summary: 'Save the draft of a template; what is published stays, and the draft is the next version',
  })
  @ApiOkResponse({ type: AppraisalTemplateView })
  @ApiProblems(422)
  save(
    @Param() { code }: AppraisalTemplatePath,
    @Body() body: SaveAppraisalTemplateBody,
    @Context() context: RequestContext,
  ): Promise<AppraisalTemplateView> {
    return this.operations.call(SaveAppraisalTemplate, { ...body, code }, context);
  }

  @Post('appraisal-templates/:code/publication')
  @Permission('performance:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Publish it; its weights must be 100 together (S1 三(2))' })
  @ApiOkResponse({ type: AppraisalTemplateView })
  @ApiProblems(404, 422)
  publishTemplate(
    @Param() path: AppraisalTemplatePath,
    @Context() context: RequestContext,
  ): Promise<AppraisalTemplateView> {
    return this.operations.call(PublishAppraisalTemplate, path, context);
  }

  @Post('appraisals')
  @Permission('performance:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Draw up an appraisal of a quarter or a year, or draw it up again with what is judged by now',
    description:
      'Indicators are reckoned from the months of the period that are over; what is unknown stays unknown.',
  })
  @ApiOkResponse({ type: AppraisalView })
  @ApiProblems(403, 404, 409, 422)
  draft(@Body() body: DraftAppraisalRequest, @Context() context: RequestContext): Promise<AppraisalView> {
    return this.operations.call(DraftAppraisal, body, context, { timeoutMs: DRAFT_TIMEOUT_MS });
  }

  @Get('appraisals')
  @Permission('performance:read')
  @ApiOperation({ summary: 'Appraisals, the latest first' })
  @ApiPage(AppraisalView)
  list(@Query() query: ListAppraisalsRequest, @Context() context: RequestContext): Promise<AppraisalPage> {
    return this.operations.call(ListAppraisals, query, context);
  }

  @Get('appraisals/export')
  @Permission('performance:read')
  @ApiOperation({ summary: 'The appraisals as a file' })
  @ApiListFile()
  export(@Query() query: AppraisalsExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListAppraisals, columns: APPRAISAL_COLUMNS };
    const names = { fileName: 'appraisals', sheetName: { 'zh-CN': '考核', en: 'Appraisals' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('appraisals/:appraisalId/publication')
  @Permission('performance:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Tell it to the person; whole only' })
  @ApiOkResponse({ type: AppraisalView })
  @ApiProblems(403, 404, 409)
  publish(@Param() path: AppraisalPath, @Context() context: RequestContext): Promise<AppraisalView> {
    return this.operations.call(PublishAppraisal, path, context);
  }
}
