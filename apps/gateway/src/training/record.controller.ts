import { Body, Controller, Get, Param, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  GetTrainingFile,
  GetTrainingImport,
  ImportTrainingRecords,
  ListOnboarding,
  ListOnboardingRequest,
  ListServiceLevelTests,
  ListServiceLevelTestsRequest,
  ListTrainingImportErrors,
  ListTrainingRecords,
  ListTrainingRecordsRequest,
  type OnboardingPage,
  OnboardingView,
  RecordServiceLevelTest,
  type RequestContext,
  type RowErrorPage,
  RowErrorView,
  type ServiceLevelTestPage,
  ServiceLevelTestView,
  TrainingFileView,
  TrainingImportView,
  type TrainingRecordPage,
  TrainingRecordView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AcceptsTable } from '../uploads/accepts-table.decorator';
import { TakeTrainingFile } from './take-training-file';
import { ONBOARDING_COLUMNS, SERVICE_LEVEL_TEST_COLUMNS, TRAINING_RECORD_COLUMNS } from './training-columns';
import {
  OnboardingExportQuery,
  ServiceLevelTestBody,
  ServiceLevelTestsExportQuery,
  TrainingFilePath,
  TrainingImportErrorsQuery,
  TrainingImportPath,
  TrainingRecordsExportQuery,
} from './training.dto';

@ApiTags('training')
@ApiBearerAuth()
@Controller('training')
export class TrainingRecordController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
    private readonly take: TakeTrainingFile,
  ) {}

  @Get('records')
  @Permission('training:read')
  @ApiOperation({ summary: 'Hours and marks of everybody, the latest first' })
  @ApiPage(TrainingRecordView)
  records(
    @Query() query: ListTrainingRecordsRequest,
    @Context() context: RequestContext,
  ): Promise<TrainingRecordPage> {
    return this.operations.call(ListTrainingRecords, query, context);
  }

  @Get('records/export')
  @Permission('training:read')
  @ApiOperation({ summary: 'The records as a file; it can be imported again and changes nothing' })
  @ApiListFile()
  exportRecords(
    @Query() query: TrainingRecordsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListTrainingRecords, columns: TRAINING_RECORD_COLUMNS };
    const names = { fileName: 'training-records', sheetName: { 'zh-CN': '培训记录', en: 'Records' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('records/imports')
  @Permission('training:write')
  @AcceptsTable()
  @ApiOperation({
    summary: 'Import records: CSV or XLSX of at most 20,000 rows',
    description:
      'Columns: 工号, 课程编号, 日期, 分钟数 and, if need be, 结果, 得分, 满分, 来源, 记录编号, 备注, or their English names. Good ' +
      'rows are taken, the others are told one by one; the same file again changes nothing.',
  })
  @ApiCreatedResponse({ type: TrainingImportView })
  @ApiProblems(413, 415, 422)
  importRecords(
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<TrainingImportView> {
    return this.take.execute(ImportTrainingRecords, request, context);
  }

  @Get('imports/:importId')
  @Permission('training:read')
  @ApiOperation({ summary: 'What came of an import of records or questions' })
  @ApiOkResponse({ type: TrainingImportView })
  @ApiProblems(404)
  import(@Param() path: TrainingImportPath, @Context() context: RequestContext): Promise<TrainingImportView> {
    return this.operations.call(GetTrainingImport, path, context);
  }

  @Get('imports/:importId/errors')
  @Permission('training:read')
  @ApiOperation({ summary: 'What is wrong with which row' })
  @ApiPage(RowErrorView)
  @ApiProblems(404)
  errors(
    @Param() path: TrainingImportPath,
    @Query() query: TrainingImportErrorsQuery,
    @Context() context: RequestContext,
  ): Promise<RowErrorPage> {
    return this.operations.call(ListTrainingImportErrors, { ...query, ...path }, context);
  }

  @Get('onboarding')
  @Permission('training:read')
  @ApiOperation({
    summary: 'New hires and how far their 40 hours are; `state=behind` and `state=overdue` for who is late',
  })
  @ApiPage(OnboardingView)
  onboarding(
    @Query() query: ListOnboardingRequest,
    @Context() context: RequestContext,
  ): Promise<OnboardingPage> {
    return this.operations.call(ListOnboarding, query, context);
  }

  @Get('onboarding/export')
  @Permission('training:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  exportOnboarding(
    @Query() query: OnboardingExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListOnboarding, columns: ONBOARDING_COLUMNS };
    const names = { fileName: 'onboarding', sheetName: { 'zh-CN': '新员工培训', en: 'Onboarding' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get('files/:staffNumber')
  @Permission('training:read')
  @ApiOperation({ summary: "A person's training file; a group leader's own group" })
  @ApiOkResponse({ type: TrainingFileView })
  @ApiProblems(403, 404)
  file(@Param() path: TrainingFilePath, @Context() context: RequestContext): Promise<TrainingFileView> {
    return this.operations.call(GetTrainingFile, path, context);
  }

  @Get('service-level-tests')
  @Permission('training:read')
  @ApiOperation({ summary: 'Service level tests, the latest first' })
  @ApiPage(ServiceLevelTestView)
  tests(
    @Query() query: ListServiceLevelTestsRequest,
    @Context() context: RequestContext,
  ): Promise<ServiceLevelTestPage> {
    return this.operations.call(ListServiceLevelTests, query, context);
  }

  @Get('service-level-tests/export')
  @Permission('training:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  exportTests(
    @Query() query: ServiceLevelTestsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListServiceLevelTests, columns: SERVICE_LEVEL_TEST_COLUMNS };
    const names = { fileName: 'service-level-tests', sheetName: { 'zh-CN': '服务水平测试', en: 'Tests' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('service-level-tests')
  @Permission('training:write')
  @ApiOperation({
    summary:
      'Record a service level test: written × 40 % + telephone × 60 % (policy `service-level-test`, C13)',
  })
  @ApiCreatedResponse({ type: ServiceLevelTestView })
  @ApiProblems(404)
  recordTest(
    @Body() body: ServiceLevelTestBody,
    @Context() context: RequestContext,
  ): Promise<ServiceLevelTestView> {
    return this.operations.call(RecordServiceLevelTest, body, context);
  }
}
