import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CallForecastHead,
  type CallForecastPage,
  CallForecastView,
  type CallHistoryPage,
  CallIntervalView,
  DayReplan,
  ForecastCalls,
  ForecastCallsRequest,
  GetForecast,
  ImportCallHistory,
  ImportedCallHistory,
  ListCallHistory,
  ListCallHistoryRequest,
  ListForecasts,
  ListForecastsRequest,
  ListNeededHeads,
  ListNeededHeadsRequest,
  type NeededHeadsPage,
  NeededHeadsView,
  ReplanDay,
  ReplanDayRequest,
  type RequestContext,
  TakeCallHistory,
  TakeCallHistoryRequest,
  TakenCallHistory,
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
import { Uploads } from '../uploads/uploads';
import { CALL_HISTORY_COLUMNS, NEEDED_HEADS_COLUMNS } from './staffing-columns';
import { CallForecastPath, CallHistoryExportQuery, NeededHeadsExportQuery } from './staffing.dto';

/** Months of quarter hours are read. */
const LONG = { timeoutMs: 120_000 };

@ApiTags('staffing')
@ApiBearerAuth()
@Controller()
export class StaffingController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
    private readonly uploads: Uploads,
  ) {}

  @Get('call-history')
  @Permission('roster:read')
  @ApiOperation({ summary: 'What the queues took, by quarter hour' })
  @ApiPage(CallIntervalView)
  history(
    @Query() query: ListCallHistoryRequest,
    @Context() context: RequestContext,
  ): Promise<CallHistoryPage> {
    return this.operations.call(ListCallHistory, query, context);
  }

  @Get('call-history/export')
  @Permission('roster:read')
  @ApiOperation({ summary: 'The history as a file' })
  @ApiListFile()
  exportHistory(
    @Query() query: CallHistoryExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const names = { fileName: 'call-history', sheetName: { 'zh-CN': '话务历史', en: 'Call history' } };
    return this.files.of(
      { operation: ListCallHistory, columns: CALL_HISTORY_COLUMNS, ...names },
      query,
      context,
    );
  }

  @Post('call-history/imports')
  @Permission('roster:write')
  @HttpCode(200)
  @AcceptsTable()
  @ApiOperation({
    summary: 'Take history from a CSV or XLSX file',
    description:
      'Columns queue (队列), startAt (开始时间, a quarter hour; without a zone in China) and offered (呼入量), if known answered ' +
      '(接通量) and handlingSeconds (平均处理时长). What ivr has told of a quarter hour stays.',
  })
  @ApiOkResponse({ type: ImportedCallHistory })
  @ApiProblems(413, 415, 422)
  import(@Req() request: FastifyRequest, @Context() context: RequestContext): Promise<ImportedCallHistory> {
    return this.uploads.keepFor(request, { folder: 'imports' }, ({ key }) =>
      this.operations.call(ImportCallHistory, { fileKey: key }, context, LONG),
    );
  }

  @Post('call-history/readings')
  @Permission('roster:write')
  @HttpCode(200)
  @ApiOperation({
    summary: "Read the queues' figures of a time into the history; the last two days are read hourly",
  })
  @ApiOkResponse({ type: TakenCallHistory })
  @ApiProblems(422, 503)
  take(@Body() body: TakeCallHistoryRequest, @Context() context: RequestContext): Promise<TakenCallHistory> {
    return this.operations.call(TakeCallHistory, body, context, LONG);
  }

  @Post('call-forecasts')
  @Permission('roster:write')
  @ApiOperation({
    summary: 'Forecast a queue, with the error on held-out weeks beside that of "as last week"',
    description: 'The latest forecast of each queue and day counts for rosters.',
  })
  @ApiCreatedResponse({ type: CallForecastView })
  @ApiProblems(422)
  forecast(
    @Body() body: ForecastCallsRequest,
    @Context() context: RequestContext,
  ): Promise<CallForecastView> {
    return this.operations.call(ForecastCalls, body, context, LONG);
  }

  @Get('call-forecasts')
  @Permission('roster:read')
  @ApiOperation({ summary: 'Forecasts, the newest first' })
  @ApiPage(CallForecastHead)
  forecasts(
    @Query() query: ListForecastsRequest,
    @Context() context: RequestContext,
  ): Promise<CallForecastPage> {
    return this.operations.call(ListForecasts, query, context);
  }

  @Get('call-forecasts/:forecastId')
  @Permission('roster:read')
  @ApiOperation({ summary: 'A forecast with its intervals and the agents they need' })
  @ApiOkResponse({ type: CallForecastView })
  @ApiProblems(404)
  oneForecast(
    @Param() path: CallForecastPath,
    @Context() context: RequestContext,
  ): Promise<CallForecastView> {
    return this.operations.call(GetForecast, path, context, LONG);
  }

  @Get('needed-heads')
  @Permission('roster:read')
  @ApiOperation({
    summary: 'Heads that the latest forecasts need, all queues together (Erlang C, shrinkage)',
  })
  @ApiPage(NeededHeadsView)
  @ApiProblems(422)
  needed(
    @Query() query: ListNeededHeadsRequest,
    @Context() context: RequestContext,
  ): Promise<NeededHeadsPage> {
    return this.operations.call(ListNeededHeads, query, context, LONG);
  }

  @Get('needed-heads/export')
  @Permission('roster:read')
  @ApiOperation({ summary: 'The needed heads as a file' })
  @ApiListFile()
  @ApiProblems(422)
  exportNeeded(
    @Query() query: NeededHeadsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const names = { fileName: 'needed-heads', sheetName: { 'zh-CN': '人力需求', en: 'Needed heads' } };
    return this.files.of(
      { operation: ListNeededHeads, columns: NEEDED_HEADS_COLUMNS, ...names },
      query,
      context,
    );
  }

  @Get('day-replan')
  @Permission('roster:read')
  @ApiOperation({
    summary: 'Plan the rest of the day again (14:00): the gap per interval, and whose overtime would fill it',
  })
  @ApiOkResponse({ type: DayReplan })
  @ApiProblems(404)
  replan(@Query() query: ReplanDayRequest, @Context() context: RequestContext): Promise<DayReplan> {
    return this.operations.call(ReplanDay, query, context, LONG);
  }
}
