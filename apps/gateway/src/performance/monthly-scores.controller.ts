import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import {
  DecideScoreAppeal,
  GetMonthlyScore,
  ListMonthlyScores,
  ListMonthlyScoresRequest,
  ListScoreRuns,
  ListScoreRunsRequest,
  type MonthlyScorePage,
  MonthlyScoreReference,
  MonthlyScoresPublished,
  MonthlyScoreStatement,
  MonthlyScoreView,
  PublishMonthlyScores,
  PublishMonthlyScoresRequest,
  type RequestContext,
  RunMonthlyScores,
  RunMonthlyScoresRequest,
  ScoreAppealDecision,
  type ScoreRunPage,
  ScoreRunView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { XLSX } from '../http/media-types';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { MONTHLY_SCORE_COLUMNS } from './performance-columns';
import { statementFile, StatementFileQuery } from './statement-file';

export class MonthlyScorePath extends MonthlyScoreReference {}

export class ScoreAppealDecisionBody extends ScoreAppealDecision {}

export class MonthlyScoresExportQuery extends ExportOf(ListMonthlyScoresRequest) {}

/** Two hundred people by name are reckoned while the caller waits. */
const RUN_TIMEOUT_MS = 60_000;

@ApiTags('performance')
@ApiBearerAuth()
@Controller('performance')
export class MonthlyScoresController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Post('score-runs')
  @Permission('performance:write')
  @HttpCode(202)
  @ApiOperation({
    summary: "Reckon a month's scores (§11)",
    description:
      'Of all staff in the background, or of the people named at once. Reckoned again, whatever came out otherwise is another version.',
  })
  @ApiAcceptedResponse({ type: ScoreRunView })
  @ApiProblems(422)
  run(@Body() body: RunMonthlyScoresRequest, @Context() context: RequestContext): Promise<ScoreRunView> {
    return this.operations.call(RunMonthlyScores, body, context, { timeoutMs: RUN_TIMEOUT_MS });
  }

  @Get('score-runs')
  @Permission('performance:read')
  @ApiOperation({ summary: 'Reckonings and how far they are, the latest first' })
  @ApiPage(ScoreRunView)
  runs(@Query() query: ListScoreRunsRequest, @Context() context: RequestContext): Promise<ScoreRunPage> {
    return this.operations.call(ListScoreRuns, query, context);
  }

  @Get('monthly-scores')
  @Permission('performance:read')
  @ApiOperation({ summary: 'Scores of months, the latest first' })
  @ApiPage(MonthlyScoreView)
  list(
    @Query() query: ListMonthlyScoresRequest,
    @Context() context: RequestContext,
  ): Promise<MonthlyScorePage> {
    return this.operations.call(ListMonthlyScores, query, context);
  }

  @Get('monthly-scores/export')
  @Permission('performance:read')
  @ApiOperation({ summary: 'The scores as a file' })
  @ApiListFile()
  export(
    @Query() query: MonthlyScoresExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListMonthlyScores, columns: MONTHLY_SCORE_COLUMNS };
    const names = { fileName: 'monthly-scores', sheetName: { 'zh-CN': '月度得分', en: 'Monthly scores' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('monthly-scores/publication')
  @Permission('performance:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Tell the drafts of a month to their people',
    description:
      'Those with facts missing stay drafts, unless a reason is told. From then on the time to appeal runs.',
  })
  @ApiOkResponse({ type: MonthlyScoresPublished })
  @ApiProblems(422)
  publish(
    @Body() body: PublishMonthlyScoresRequest,
    @Context() context: RequestContext,
  ): Promise<MonthlyScoresPublished> {
    return this.operations.call(PublishMonthlyScores, body, context);
  }

  @Get('monthly-scores/:scoreId')
  @Permission('performance:read')
  @ApiOperation({
    summary: 'A statement with every step from 100 to the score, and the facts and policy of then',
  })
  @ApiOkResponse({ type: MonthlyScoreStatement })
  @ApiProblems(403, 404)
  get(@Param() path: MonthlyScorePath, @Context() context: RequestContext): Promise<MonthlyScoreStatement> {
    return this.operations.call(GetMonthlyScore, path, context);
  }

  @Get('monthly-scores/:scoreId/file')
  @Permission('performance:read')
  @ApiOperation({ summary: 'The statement to print (PDF) or to work on (XLSX)' })
  @ApiProduces('application/pdf', XLSX)
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(403, 404, 422)
  async file(
    @Param() path: MonthlyScorePath,
    @Query() query: StatementFileQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    return statementFile(await this.operations.call(GetMonthlyScore, path, context), query);
  }

  @Post('monthly-scores/:scoreId/decision')
  @Permission('performance:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decide an appeal, as somebody who neither reckoned nor published the score' })
  @ApiOkResponse({ type: MonthlyScoreStatement })
  @ApiProblems(403, 404, 409, 422)
  decide(
    @Param() { scoreId }: MonthlyScorePath,
    @Body() body: ScoreAppealDecisionBody,
    @Context() context: RequestContext,
  ): Promise<MonthlyScoreStatement> {
    return this.operations.call(DecideScoreAppeal, { ...body, scoreId }, context);
  }
}
