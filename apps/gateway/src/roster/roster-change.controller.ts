import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ChangeRoster,
  ListRosterChanges,
  type RequestContext,
  type RosterChangePage,
  RosterChangeView,
  WithdrawRosterChange,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { RosterChangeBody, RosterChangePath, RosterChangesQuery, RosterPath } from './roster.dto';

@ApiTags('rosters')
@ApiBearerAuth()
@Controller()
export class RosterChangeController {
  constructor(private readonly operations: OperationClient) {}

  @Post('rosters/:rosterId/changes')
  @Permission('roster:publish')
  @ApiOperation({
    summary: 'Change what is published',
    description:
      'At once where four weeks (policy) are left; else when everybody whom it touches earlier has consented. Hard ' +
      'violations that were not there before are refused.',
  })
  @ApiCreatedResponse({ type: RosterChangeView })
  @ApiProblems(404, 409, 422)
  change(
    @Param() path: RosterPath,
    @Body() body: RosterChangeBody,
    @Context() context: RequestContext,
  ): Promise<RosterChangeView> {
    return this.operations.call(ChangeRoster, { ...body, ...path }, context, { timeoutMs: 60_000 });
  }

  @Get('roster-changes')
  @Permission('roster:read')
  @ApiOperation({ summary: 'Changes of published rosters, the newest first' })
  @ApiPage(RosterChangeView)
  list(@Query() query: RosterChangesQuery, @Context() context: RequestContext): Promise<RosterChangePage> {
    return this.operations.call(ListRosterChanges, query, context);
  }

  @Post('roster-changes/:changeId/withdrawal')
  @Permission('roster:publish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw a change that waits for consent' })
  @ApiOkResponse({ type: RosterChangeView })
  @ApiProblems(404, 409)
  withdraw(@Param() path: RosterChangePath, @Context() context: RequestContext): Promise<RosterChangeView> {
    return this.operations.call(WithdrawRosterChange, path, context);
  }
}
