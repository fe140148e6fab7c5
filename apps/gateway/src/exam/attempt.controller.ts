import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DecideExamAppeal,
  type ExamAppealPage,
  ExamAppealView,
  type ExamAttemptPage,
  ExamAttemptSummary,
  ExamAttemptView,
  GetExamAttempt,
  ListExamAppeals,
  ListExamAppealsRequest,
  ListExamAttempts,
  ListExamAttemptsRequest,
  MarkedExamAttempt,
  MarkExamAttempt,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { EXAM_APPEAL_COLUMNS, EXAM_ATTEMPT_COLUMNS } from './exam-columns';
import {
  ExamAppealDecisionBody,
  ExamAppealPath,
  ExamAppealsExportQuery,
  ExamAttemptPath,
  ExamAttemptsExportQuery,
  ExamMarksBody,
} from './exam.dto';

@ApiTags('exams')
@ApiBearerAuth()
@Controller('exams')
export class ExamAttemptController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('attempts')
  @Permission('training:read')
  @ApiOperation({ summary: 'Attempts, the latest first; `state=submitted` for those that wait for a marker' })
  @ApiPage(ExamAttemptSummary)
  list(
    @Query() query: ListExamAttemptsRequest,
    @Context() context: RequestContext,
  ): Promise<ExamAttemptPage> {
    return this.operations.call(ListExamAttempts, query, context);
  }

  @Get('attempts/export')
  @Permission('training:read')
  @ApiOperation({ summary: 'The results as a file' })
  @ApiListFile()
  export(
    @Query() query: ExamAttemptsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListExamAttempts, columns: EXAM_ATTEMPT_COLUMNS };
    const names = { fileName: 'exam-results', sheetName: { 'zh-CN': '考试成绩', en: 'Results' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get('attempts/:examAttemptId')
  @Permission('training:read')
  @ApiOperation({
    summary: 'A paper with its answers; keys for markers, and for everybody after the release',
  })
  @ApiOkResponse({ type: ExamAttemptView })
  @ApiProblems(403, 404)
  get(@Param() path: ExamAttemptPath, @Context() context: RequestContext): Promise<ExamAttemptView> {
    return this.operations.call(GetExamAttempt, path, context);
  }

  @Post('attempts/:examAttemptId/marks')
  @Permission('training:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Mark what the key cannot: as the first, the second or the settling person, whichever is due',
  })
  @ApiOkResponse({ type: MarkedExamAttempt })
  @ApiProblems(404, 409, 422)
  mark(
    @Param() path: ExamAttemptPath,
    @Body() body: ExamMarksBody,
    @Context() context: RequestContext,
  ): Promise<MarkedExamAttempt> {
    return this.operations.call(MarkExamAttempt, { ...body, ...path }, context);
  }

  @Get('appeals')
  @Permission('training:write')
  @ApiOperation({ summary: 'Appeals of marks, the latest first' })
  @ApiPage(ExamAppealView)
  appeals(
    @Query() query: ListExamAppealsRequest,
    @Context() context: RequestContext,
  ): Promise<ExamAppealPage> {
    return this.operations.call(ListExamAppeals, query, context);
  }

  @Get('appeals/export')
  @Permission('training:write')
  @ApiOperation({ summary: 'The appeals as a file' })
  @ApiListFile()
  exportAppeals(
    @Query() query: ExamAppealsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListExamAppeals, columns: EXAM_APPEAL_COLUMNS };
    const names = { fileName: 'exam-appeals', sheetName: { 'zh-CN': '成绩申诉', en: 'Appeals' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('appeals/:appealId/decision')
  @Permission('training:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decide an appeal, by somebody who did not mark the paper' })
  @ApiOkResponse({ type: ExamAppealView })
  @ApiProblems(404, 409, 422)
  decide(
    @Param() path: ExamAppealPath,
    @Body() body: ExamAppealDecisionBody,
    @Context() context: RequestContext,
  ): Promise<ExamAppealView> {
    return this.operations.call(DecideExamAppeal, { ...body, ...path }, context);
  }
}
