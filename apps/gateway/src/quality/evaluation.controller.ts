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
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DecideQualityAppeal,
  EvaluateCall,
  type EvaluationPage,
  EvaluationReference,
  EvaluationSummary,
  EvaluationView,
  GetEvaluation,
  GetTranscript,
  ImportTranscript,
  ListEvaluations,
  ListEvaluationsRequest,
  ListQualityAppeals,
  ListQualityAppealsRequest,
  type QualityAppealPage,
  QualityAppealView,
  type RequestContext,
  TellEvaluation,
  TranscriptReference,
  TranscriptView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { APPEAL_COLUMNS, EVALUATION_COLUMNS } from './quality-columns';
import {
  AppealDecisionBody,
  AppealPath,
  AppealsExportQuery,
  EvaluationBody,
  EvaluationFeedbackBody,
  EvaluationsExportQuery,
  RecordingTranscriptBody,
} from './quality-queries';

@ApiTags('quality')
@ApiBearerAuth()
@Controller('quality')
export class EvaluationController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Post('evaluations')
  @Permission('quality:write')
  @ApiOperation({
    summary: 'Judge a call by the scorecard in force',
    description:
      'A drawn call (itemId), or a recording that was not drawn (recordingId). The result explains itself line by line.',
  })
  @ApiCreatedResponse({ type: EvaluationView })
  @ApiProblems(404, 409, 422, 503)
  evaluate(@Body() body: EvaluationBody, @Context() context: RequestContext): Promise<EvaluationView> {
    return this.operations.call(EvaluateCall, body, context, { timeoutMs: 30_000 });
  }

  @Get('evaluations')
  @Permission('quality:read')
  @ApiOperation({ summary: 'Judged calls' })
  @ApiPage(EvaluationSummary)
  list(@Query() query: ListEvaluationsRequest, @Context() context: RequestContext): Promise<EvaluationPage> {
    return this.operations.call(ListEvaluations, query, context);
  }

  @Get('evaluations/export')
  @Permission('quality:read')
  @ApiOperation({ summary: 'Judged calls as a file' })
  @ApiListFile()
  export(
    @Query() query: EvaluationsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListEvaluations, columns: EVALUATION_COLUMNS, fileName: 'quality-evaluations' };
    return this.files.of({ ...list, sheetName: { 'zh-CN': '质检评分', en: 'Evaluations' } }, query, context);
  }

  @Get('evaluations/:evaluationId')
  @Permission('quality:read')
  @ApiOperation({ summary: 'A judged call with every version of its result' })
  @ApiOkResponse({ type: EvaluationView })
  @ApiProblems(403, 404)
  get(@Param() path: EvaluationReference, @Context() context: RequestContext): Promise<EvaluationView> {
    return this.operations.call(GetEvaluation, path, context);
  }

  @Post('evaluations/:evaluationId/feedback')
  @Permission('quality:coach')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Tell the agent, face to face or in writing; from then on it stands under /me/quality',
  })
  @ApiOkResponse({ type: EvaluationView })
  @ApiProblems(403, 404, 422)
  tell(
    @Param() { evaluationId }: EvaluationReference,
    @Body() body: EvaluationFeedbackBody,
    @Context() context: RequestContext,
  ): Promise<EvaluationView> {
    return this.operations.call(TellEvaluation, { ...body, evaluationId }, context);
  }

  @Get('appeals')
  @Permission('quality:read')
  @ApiOperation({ summary: 'Appeals of agents, the latest first' })
  @ApiPage(QualityAppealView)
  appeals(
    @Query() query: ListQualityAppealsRequest,
    @Context() context: RequestContext,
  ): Promise<QualityAppealPage> {
    return this.operations.call(ListQualityAppeals, query, context);
  }

  @Get('appeals/export')
  @Permission('quality:read')
  @ApiOperation({ summary: 'Appeals as a file' })
  @ApiListFile()
  exportAppeals(
    @Query() query: AppealsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListQualityAppeals, columns: APPEAL_COLUMNS, fileName: 'quality-appeals' };
    return this.files.of({ ...list, sheetName: { 'zh-CN': '质检申诉', en: 'Appeals' } }, query, context);
  }

  @Post('appeals/:appealId/decision')
  @Permission('quality:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Decide an appeal',
    description: 'Another inspector than who judged. The result before is kept beside the new one.',
  })
  @ApiOkResponse({ type: EvaluationView })
  @ApiProblems(404, 409, 422)
  decide(
    @Param() { appealId }: AppealPath,
    @Body() body: AppealDecisionBody,
    @Context() context: RequestContext,
  ): Promise<EvaluationView> {
    return this.operations.call(DecideQualityAppeal, { ...body, appealId }, context);
  }

  @Put('recordings/:recordingId/transcript')
  @Permission('quality:write')
  @ApiOperation({
    summary: 'Hand in a recording in words',
    description:
      'By whatever recognises speech; nothing does by itself. Forbidden phrases of the agent are found in it.',
  })
  @ApiOkResponse({ type: TranscriptView })
  @ApiProblems(422, 503)
  importTranscript(
    @Param() { recordingId }: TranscriptReference,
    @Body() body: RecordingTranscriptBody,
    @Context() context: RequestContext,
  ): Promise<TranscriptView> {
    return this.operations.call(ImportTranscript, { ...body, recordingId }, context, { timeoutMs: 30_000 });
  }

  @Get('recordings/:recordingId/transcript')
  @Permission('recording:read')
  @ApiOperation({ summary: 'A recording in words, with forbidden phrases; 404 where there is no transcript' })
  @ApiOkResponse({ type: TranscriptView })
  @ApiProblems(404, 503)
  transcript(
    @Param() path: TranscriptReference,
    @Context() context: RequestContext,
  ): Promise<TranscriptView> {
    return this.operations.call(GetTranscript, path, context, { timeoutMs: 30_000 });
  }
}
