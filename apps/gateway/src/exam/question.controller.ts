import { Body, Controller, Get, Param, Post, Put, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  GetQuestion,
  ImportQuestions,
  ListQuestions,
  ListQuestionsRequest,
  ListQuestionVersions,
  type QuestionPage,
  QuestionVersions,
  QuestionView,
  type RequestContext,
  SaveQuestion,
  TrainingImportView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { TakeTrainingFile } from '../training/take-training-file';
import { AcceptsTable } from '../uploads/accepts-table.decorator';
import { QUESTION_COLUMNS } from './exam-columns';
import { QuestionBody, QuestionPath, QuestionsExportQuery } from './exam.dto';

/** The bank has the keys: it is for who writes training, and for nobody who only reads it. */
@ApiTags('exams')
@ApiBearerAuth()
@Controller('exams/questions')
export class QuestionController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
    private readonly take: TakeTrainingFile,
  ) {}

  @Get()
  @Permission('training:write')
  @ApiOperation({ summary: 'The question bank' })
  @ApiPage(QuestionView)
  list(@Query() query: ListQuestionsRequest, @Context() context: RequestContext): Promise<QuestionPage> {
    return this.operations.call(ListQuestions, query, context);
  }

  @Get('export')
  @Permission('training:write')
  @ApiOperation({ summary: 'The bank as a file; it can be imported again and changes nothing' })
  @ApiListFile()
  export(@Query() query: QuestionsExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListQuestions, columns: QUESTION_COLUMNS };
    const names = { fileName: 'questions', sheetName: { 'zh-CN': '题库', en: 'Questions' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('imports')
  @Permission('training:write')
  @AcceptsTable()
  @ApiOperation({
    summary: 'Import questions: CSV or XLSX of at most 20,000 rows',
    description:
      'Columns: 题号, 题型, 知识点, 难度, 题干, 选项A … 选项J, 答案 and, if need be, 课程编号, 允许误差, 启用, or their English ' +
      'names. A row that differs makes a new version; errors are told by GET /training/imports/{importId}/errors.',
  })
  @ApiCreatedResponse({ type: TrainingImportView })
  @ApiProblems(413, 415, 422)
  import(@Req() request: FastifyRequest, @Context() context: RequestContext): Promise<TrainingImportView> {
    return this.take.execute(ImportQuestions, request, context);
  }

  @Get(':code')
  @Permission('training:write')
  @ApiOperation({ summary: 'One question' })
  @ApiOkResponse({ type: QuestionView })
  @ApiProblems(404)
  get(@Param() path: QuestionPath, @Context() context: RequestContext): Promise<QuestionView> {
    return this.operations.call(GetQuestion, path, context);
  }

  @Put(':code')
  @Permission('training:write')
  @ApiOperation({
    summary: 'Add a question, or a new version of it; papers that were drawn stay as they are',
  })
  @ApiOkResponse({ type: QuestionView })
  @ApiProblems(404, 409, 422)
  save(
    @Param() path: QuestionPath,
    @Body() body: QuestionBody,
    @Context() context: RequestContext,
  ): Promise<QuestionView> {
    return this.operations.call(SaveQuestion, { ...body, ...path }, context);
  }

  @Get(':code/versions')
  @Permission('training:write')
  @ApiOperation({ summary: 'Versions of a question, the latest first' })
  @ApiOkResponse({ type: QuestionVersions })
  @ApiProblems(404)
  versions(@Param() path: QuestionPath, @Context() context: RequestContext): Promise<QuestionVersions> {
    return this.operations.call(ListQuestionVersions, path, context);
  }
}
