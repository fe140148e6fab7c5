import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type EarlyWarningPage,
  EarlyWarningView,
  GetTurnover,
  GetTurnoverRequest,
  type LeaverPage,
  LeaverView,
  ListEarlyWarnings,
  ListEarlyWarningsRequest,
  ListLeavers,
  ListLeaversRequest,
  type RequestContext,
  TurnoverView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { EARLY_WARNING_COLUMNS, LEAVER_COLUMNS } from './hiring-columns';

export class LeaversExportQuery extends ExportOf(ListLeaversRequest) {}
export class EarlyWarningsExportQuery extends ExportOf(ListEarlyWarningsRequest) {}

/** Facts of several features are asked for everybody. */
const PATIENT = { timeoutMs: 30_000 };

@ApiTags('hiring')
@ApiBearerAuth()
@Controller('turnover')
export class TurnoverController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('hiring:read')
  @ApiOperation({
    summary: 'Who left in a period: rate, by tenure and reason, voluntary or not, and what it cost (§16)',
  })
  @ApiOkResponse({ type: TurnoverView })
  @ApiProblems(422)
  turnover(@Query() query: GetTurnoverRequest, @Context() context: RequestContext): Promise<TurnoverView> {
    return this.operations.call(GetTurnover, query, context);
  }

  @Get('leavers')
  @Permission('hiring:read')
  @ApiOperation({ summary: 'Who left, the latest first' })
  @ApiPage(LeaverView)
  leavers(@Query() query: ListLeaversRequest, @Context() context: RequestContext): Promise<LeaverPage> {
    return this.operations.call(ListLeavers, query, context);
  }

  @Get('leavers/export')
  @Permission('hiring:read')
  @ApiOperation({ summary: 'The same list as a file' })
  @ApiListFile()
  leaversFile(
    @Query() query: LeaversExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListLeavers, columns: LEAVER_COLUMNS };
    const names = { fileName: 'leavers', sheetName: { 'zh-CN': '离职人员', en: 'Leavers' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get('early-warnings')
  @Permission('hiring:read')
  @ApiOperation({
    summary: 'Who shows the signs of leaving that the policy names: for a talk, never for an action',
    description: 'What nobody knows is no sign, and is told as unknown.',
  })
  @ApiPage(EarlyWarningView)
  warnings(
    @Query() query: ListEarlyWarningsRequest,
    @Context() context: RequestContext,
  ): Promise<EarlyWarningPage> {
    return this.operations.call(ListEarlyWarnings, query, context, PATIENT);
  }

  @Get('early-warnings/export')
  @Permission('hiring:read')
  @ApiOperation({ summary: 'The same list as a file' })
  @ApiListFile()
  warningsFile(
    @Query() query: EarlyWarningsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListEarlyWarnings, columns: EARLY_WARNING_COLUMNS };
    const names = { fileName: 'early-warnings', sheetName: { 'zh-CN': '离职预警', en: 'Early warnings' } };
    return this.files.of({ ...list, ...names }, query, context);
  }
}
