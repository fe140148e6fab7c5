import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import {
  ApproveBonusProposal,
  AwardProposals,
  BonusApproval,
  type BonusLinePage,
  BonusLineView,
  type BonusProposalPage,
  BonusProposalReference,
  BonusProposalView,
  BonusRun,
  type DismissalAlertPage,
  DismissalAlertView,
  DraftBonusProposal,
  DraftBonusProposalRequest,
  ListAwardProposals,
  ListAwardProposalsRequest,
  ListBonusLines,
  ListBonusLinesRequest,
  ListBonusProposals,
  ListBonusProposalsRequest,
  ListDismissalAlerts,
  ListDismissalAlertsRequest,
  ListScoreTotals,
  ListScoreTotalsRequest,
  type RequestContext,
  RunBonusProposal,
  type ScoreTotalPage,
  ScoreTotalView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf, ExportOptions } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { BONUS_LINE_COLUMNS, DISMISSAL_ALERT_COLUMNS, SCORE_TOTAL_COLUMNS } from './performance-columns';

export class BonusProposalPath extends BonusProposalReference {}

export class BonusApprovalBody extends BonusApproval {}

export class BonusRunBody extends BonusRun {}

export class BonusLinesQuery extends OmitType(ListBonusLinesRequest, ['proposalId'] as const) {}

export class BonusLinesExportQuery extends ExportOptions {}

export class ScoreTotalsExportQuery extends ExportOf(ListScoreTotalsRequest) {}

export class DismissalAlertsExportQuery extends ExportOf(ListDismissalAlertsRequest) {}

@ApiTags('performance')
@ApiBearerAuth()
@Controller('performance')
export class RewardsController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('score-totals')
  @Permission('performance:read')
  @ApiOperation({ summary: 'Totals of a half-year or a year by rank (L388, L402)' })
  @ApiPage(ScoreTotalView)
  @ApiProblems(422)
  totals(
    @Query() query: ListScoreTotalsRequest,
    @Context() context: RequestContext,
  ): Promise<ScoreTotalPage> {
    return this.operations.call(ListScoreTotals, query, context);
  }

  @Get('score-totals/export')
  @Permission('performance:read')
  @ApiOperation({ summary: 'The totals as a file' })
  @ApiListFile()
  @ApiProblems(422)
  exportTotals(
    @Query() query: ScoreTotalsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListScoreTotals, columns: SCORE_TOTAL_COLUMNS };
    const names = { fileName: 'score-totals', sheetName: { 'zh-CN': '累计得分', en: 'Totals' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get('award-proposals')
  @Permission('performance:read')
  @ApiOperation({ summary: 'Graded awards and titles that a month speaks for (L267); somebody decides' })
  @ApiOkResponse({ type: AwardProposals })
  @ApiProblems(422)
  awards(
    @Query() query: ListAwardProposalsRequest,
    @Context() context: RequestContext,
  ): Promise<AwardProposals> {
    return this.operations.call(ListAwardProposals, query, context);
  }

  @Get('dismissal-alerts')
  @Permission('staff:write')
  @ApiOperation({
    summary: 'Thresholds of the rule book that somebody has passed (L373–375), for HR to look at',
    description: 'Nothing is done. The statutory medical period (医疗期) bars dismissal (§22).',
  })
  @ApiPage(DismissalAlertView)
  alerts(
    @Query() query: ListDismissalAlertsRequest,
    @Context() context: RequestContext,
  ): Promise<DismissalAlertPage> {
    return this.operations.call(ListDismissalAlerts, query, context);
  }

  @Get('dismissal-alerts/export')
  @Permission('staff:write')
  @ApiOperation({ summary: 'The alerts as a file' })
  @ApiListFile()
  exportAlerts(
    @Query() query: DismissalAlertsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListDismissalAlerts, columns: DISMISSAL_ALERT_COLUMNS };
    const names = { fileName: 'dismissal-alerts', sheetName: { 'zh-CN': '人事提示', en: 'Alerts' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('bonus-proposals')
  @Permission('performance:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Draw up the bonus of a month from its final scores (L369)',
    description: 'A draft that is there is drawn up anew. It is a proposal: Switchyard pays nobody (§22).',
  })
  @ApiOkResponse({ type: BonusProposalView })
  @ApiProblems(404, 409, 422)
  draft(
    @Body() body: DraftBonusProposalRequest,
    @Context() context: RequestContext,
  ): Promise<BonusProposalView> {
    return this.operations.call(DraftBonusProposal, body, context);
  }

  @Get('bonus-proposals')
  @Permission('performance:read')
  @ApiOperation({ summary: 'Bonus proposals, the latest month first' })
  @ApiPage(BonusProposalView)
  proposals(
    @Query() query: ListBonusProposalsRequest,
    @Context() context: RequestContext,
  ): Promise<BonusProposalPage> {
    return this.operations.call(ListBonusProposals, query, context);
  }

  @Get('bonus-proposals/:proposalId/lines')
  @Permission('performance:write')
  @ApiOperation({ summary: 'Who gets what by a proposal' })
  @ApiPage(BonusLineView)
  @ApiProblems(404)
  lines(
    @Param() { proposalId }: BonusProposalPath,
    @Query() query: BonusLinesQuery,
    @Context() context: RequestContext,
  ): Promise<BonusLinePage> {
    return this.operations.call(ListBonusLines, { ...query, proposalId }, context);
  }

  @Get('bonus-proposals/:proposalId/lines/export')
  @Permission('performance:write')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  @ApiProblems(404)
  exportLines(
    @Param() { proposalId }: BonusProposalPath,
    @Query() query: BonusLinesExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListBonusLines, columns: BONUS_LINE_COLUMNS };
    const names = { fileName: 'bonus-proposal', sheetName: { 'zh-CN': '奖金建议', en: 'Bonus' } };
    return this.files.of({ ...list, ...names }, { ...query, proposalId }, context);
  }

  @Post('bonus-proposals/:proposalId/approval')
  @Permission('performance:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve it as one of the approving group: not the drafter, nobody twice' })
  @ApiOkResponse({ type: BonusProposalView })
  @ApiProblems(403, 404, 409, 422)
  approve(
    @Param() { proposalId }: BonusProposalPath,
    @Body() body: BonusApprovalBody,
    @Context() context: RequestContext,
  ): Promise<BonusProposalView> {
    return this.operations.call(ApproveBonusProposal, { ...body, proposalId }, context);
  }

  @Post('bonus-proposals/:proposalId/run')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'The named person has handed it on to payroll (L370)' })
  @ApiOkResponse({ type: BonusProposalView })
  @ApiProblems(403, 404, 409, 422)
  run(
    @Param() { proposalId }: BonusProposalPath,
    @Body() body: BonusRunBody,
    @Context() context: RequestContext,
  ): Promise<BonusProposalView> {
    return this.operations.call(RunBonusProposal, { ...body, proposalId }, context);
  }
}
