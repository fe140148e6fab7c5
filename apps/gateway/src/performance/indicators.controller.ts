import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import {
  ExcludePerformanceCase,
  ExcludePerformanceCaseRequest,
  ListPerformanceCases,
  ListPerformanceCasesRequest,
  ListStaffIndicators,
  ListStaffIndicatorsRequest,
  PerformanceCaseExclusion,
  type PerformanceCasePage,
  PerformanceCaseView,
  PerformanceDayTaken,
  type RequestContext,
  type StaffIndicatorsPage,
  StaffIndicatorsView,
  TakePerformanceDay,
  TakePerformanceDayRequest,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { PERFORMANCE_CASE_COLUMNS, STAFF_INDICATOR_COLUMNS } from './performance-columns';

export class PerformanceCasePath extends PickType(ExcludePerformanceCaseRequest, ['caseId'] as const) {}

export class PerformanceCaseExclusionBody extends PerformanceCaseExclusion {}

export class IndicatorsExportQuery extends ExportOf(ListStaffIndicatorsRequest) {}

export class CasesExportQuery extends ExportOf(ListPerformanceCasesRequest) {}

/** Agents of a large centre whose states are asked for one by one. */
const TAKE_TIMEOUT_MS = 120_000;

@ApiTags('performance')
@ApiBearerAuth()
@Controller('performance')
export class IndicatorsController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('indicators')
  @Permission('performance:read')
  @ApiOperation({
    summary: 'Indicators of a month by person (§12), beside their targets (§13)',
    description: 'A group leader sees the groups led. What is unknown is told as unknown, and is no nought.',
  })
  @ApiPage(StaffIndicatorsView)
  @ApiProblems(404)
  indicators(
    @Query() query: ListStaffIndicatorsRequest,
    @Context() context: RequestContext,
  ): Promise<StaffIndicatorsPage> {
    return this.operations.call(ListStaffIndicators, query, context);
  }

  @Get('indicators/export')
  @Permission('performance:read')
  @ApiOperation({ summary: 'The indicators as a file' })
  @ApiListFile()
  @ApiProblems(404)
  exportIndicators(
    @Query() query: IndicatorsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListStaffIndicators, columns: STAFF_INDICATOR_COLUMNS };
    const names = { fileName: 'indicators', sheetName: { 'zh-CN': '绩效指标', en: 'Indicators' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('days')
  @Permission('performance:write')
  @HttpCode(200)
  @ApiOperation({
    summary: "Take a day's figures from the telephones and the audits once more",
    description:
      'Days are taken by themselves once they have ended; this is for after the telephones were out of reach.',
  })
  @ApiOkResponse({ type: PerformanceDayTaken })
  @ApiProblems(422)
  take(
    @Body() body: TakePerformanceDayRequest,
    @Context() context: RequestContext,
  ): Promise<PerformanceDayTaken> {
    return this.operations.call(TakePerformanceDay, body, context, { timeoutMs: TAKE_TIMEOUT_MS });
  }

  @Get('cases')
  @Permission('performance:read')
  @ApiOperation({ summary: 'Cases that somebody had in hand, and for how long (L31)' })
  @ApiPage(PerformanceCaseView)
  cases(
    @Query() query: ListPerformanceCasesRequest,
    @Context() context: RequestContext,
  ): Promise<PerformanceCasePage> {
    return this.operations.call(ListPerformanceCases, query, context);
  }

  @Get('cases/export')
  @Permission('performance:read')
  @ApiOperation({ summary: 'The cases as a file' })
  @ApiListFile()
  exportCases(@Query() query: CasesExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListPerformanceCases, columns: PERFORMANCE_CASE_COLUMNS };
    const names = { fileName: 'cases-in-hand', sheetName: { 'zh-CN': '在手案件', en: 'Cases in hand' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('cases/:caseId/exclusion')
  @Permission('performance:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Leave a case out for a documented outside cause (L378)' })
  @ApiOkResponse({ type: PerformanceCaseView })
  @ApiProblems(404, 409, 422)
  exclude(
    @Param() { caseId }: PerformanceCasePath,
    @Body() body: PerformanceCaseExclusionBody,
    @Context() context: RequestContext,
  ): Promise<PerformanceCaseView> {
    return this.operations.call(ExcludePerformanceCase, { ...body, caseId }, context);
  }
}
