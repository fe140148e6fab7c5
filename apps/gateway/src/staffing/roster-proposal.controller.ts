import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AdoptProposal,
  CancelProposal,
  GetProposal,
  ListProposals,
  ListProposalsRequest,
  ListProposalUnmet,
  type ProposalPage,
  type ProposalUnmetPage,
  ProposalView,
  ProposeRoster,
  type RequestContext,
  RosterView,
  RosterViolationView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { ROSTER_VIOLATION_COLUMNS } from '../roster/roster-columns';
import {
  ProposalAdoptionBody,
  ProposalUnmetExportQuery,
  ProposalUnmetQuery,
  ProposedRosterPath,
  RosterProposalBody,
  RosterProposalPath,
} from './staffing.dto';

@ApiTags('staffing')
@ApiBearerAuth()
@Controller()
export class RosterProposalController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Post('rosters/:rosterId/proposals')
  @Permission('roster:write')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Have a roster proposed, in the background',
    description: 'Ask for the proposal until its state is `done`; it changes nothing until it is adopted.',
  })
  @ApiAcceptedResponse({ type: ProposalView })
  @ApiProblems(404, 409, 422)
  propose(
    @Param() path: ProposedRosterPath,
    @Body() body: RosterProposalBody,
    @Context() context: RequestContext,
  ): Promise<ProposalView> {
    return this.operations.call(ProposeRoster, { ...body, ...path }, context, { timeoutMs: 30_000 });
  }

  @Get('roster-proposals')
  @Permission('roster:read')
  @ApiOperation({ summary: 'Proposals, the newest first' })
  @ApiPage(ProposalView)
  list(@Query() query: ListProposalsRequest, @Context() context: RequestContext): Promise<ProposalPage> {
    return this.operations.call(ListProposals, query, context);
  }

  @Get('roster-proposals/:proposalId')
  @Permission('roster:read')
  @ApiOperation({ summary: 'A proposal: how far it is, what came out' })
  @ApiOkResponse({ type: ProposalView })
  @ApiProblems(404)
  get(@Param() path: RosterProposalPath, @Context() context: RequestContext): Promise<ProposalView> {
    return this.operations.call(GetProposal, path, context);
  }

  @Get('roster-proposals/:proposalId/unmet')
  @Permission('roster:read')
  @ApiOperation({ summary: 'What it could not meet, by name and day' })
  @ApiPage(RosterViolationView)
  @ApiProblems(404)
  unmet(
    @Param() path: RosterProposalPath,
    @Query() query: ProposalUnmetQuery,
    @Context() context: RequestContext,
  ): Promise<ProposalUnmetPage> {
    return this.operations.call(ListProposalUnmet, { ...query, ...path }, context);
  }

  @Get('roster-proposals/:proposalId/unmet/export')
  @Permission('roster:read')
  @ApiOperation({ summary: 'What it could not meet, as a file' })
  @ApiListFile()
  @ApiProblems(404)
  exportUnmet(
    @Param() path: RosterProposalPath,
    @Query() query: ProposalUnmetExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const names = { fileName: 'proposal-unmet', sheetName: { 'zh-CN': '未满足项', en: 'Unmet' } };
    const list = { operation: ListProposalUnmet, columns: ROSTER_VIOLATION_COLUMNS, ...names };
    return this.files.of(list, { ...query, ...path }, context);
  }

  @Post('roster-proposals/:proposalId/cancellation')
  @Permission('roster:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stop one that is under way' })
  @ApiOkResponse({ type: ProposalView })
  @ApiProblems(404, 409)
  cancel(@Param() path: RosterProposalPath, @Context() context: RequestContext): Promise<ProposalView> {
    return this.operations.call(CancelProposal, path, context);
  }

  @Post('roster-proposals/:proposalId/adoption')
  @Permission('roster:write')
  @HttpCode(200)
  @ApiOperation({ summary: "Put it in the place of the draft's shifts" })
  @ApiOkResponse({ type: RosterView })
  @ApiProblems(404, 409)
  adopt(
    @Param() path: RosterProposalPath,
    @Body() body: ProposalAdoptionBody,
    @Context() context: RequestContext,
  ): Promise<RosterView> {
    return this.operations.call(AdoptProposal, { ...body, ...path }, context, { timeoutMs: 60_000 });
  }
}
