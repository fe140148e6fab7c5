import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AssignWorkPattern,
  DiscardRoster,
  DraftRoster,
  DraftRosterRequest,
  GetRoster,
  ListRosters,
  ListRostersRequest,
  ListRosterVersions,
  PublishRoster,
  type RequestContext,
  type RosterPage,
  RosterVersionList,
  RosterView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { RosterPath, RosterPatternBody, RosterPublicationBody } from './roster.dto';
import { WHOLE_MONTH } from './whole-month';

@ApiTags('rosters')
@ApiBearerAuth()
@Controller('rosters')
export class RosterController {
  constructor(private readonly operations: OperationClient) {}

  @Post()
  @Permission('roster:write')
  @ApiOperation({ summary: 'Begin the roster of a month (the shift leader drafts, the head publishes)' })
  @ApiCreatedResponse({ type: RosterView })
  @ApiProblems(409)
  draft(@Body() body: DraftRosterRequest, @Context() context: RequestContext): Promise<RosterView> {
    return this.operations.call(DraftRoster, body, context);
  }

  @Get()
  @Permission('roster:read')
  @ApiOperation({ summary: 'Rosters, the latest month first' })
  @ApiPage(RosterView)
  list(@Query() query: ListRostersRequest, @Context() context: RequestContext): Promise<RosterPage> {
    return this.operations.call(ListRosters, query, context);
  }

  @Get(':rosterId')
  @Permission('roster:read')
  @ApiOperation({ summary: 'A roster' })
  @ApiOkResponse({ type: RosterView })
  @ApiProblems(404)
  get(@Param() path: RosterPath, @Context() context: RequestContext): Promise<RosterView> {
    return this.operations.call(GetRoster, path, context);
  }

  @Put(':rosterId/work-pattern')
  @Permission('roster:write')
  @ApiOperation({ summary: 'Say who works by which pattern, and from which day' })
  @ApiOkResponse({ type: RosterView })
  @ApiProblems(404, 409, 422)
  assign(
    @Param() path: RosterPath,
    @Body() body: RosterPatternBody,
    @Context() context: RequestContext,
  ): Promise<RosterView> {
    return this.operations.call(AssignWorkPattern, { ...body, ...path }, context);
  }

  @Post(':rosterId/publication')
  @Permission('roster:publish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Publish a draft; soft violations need a reason, hard ones refuse' })
  @ApiOkResponse({ type: RosterView })
  @ApiProblems(404, 409, 422)
  publish(
    @Param() path: RosterPath,
    @Body() body: RosterPublicationBody,
    @Context() context: RequestContext,
  ): Promise<RosterView> {
    return this.operations.call(PublishRoster, { ...body, ...path }, context, WHOLE_MONTH);
  }

  @Post(':rosterId/discard')
  @Permission('roster:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a draft up' })
  @ApiOkResponse({ type: RosterView })
  @ApiProblems(404, 409)
  discard(@Param() path: RosterPath, @Context() context: RequestContext): Promise<RosterView> {
    return this.operations.call(DiscardRoster, path, context);
  }

  @Get(':rosterId/versions')
  @Permission('roster:read')
  @ApiOperation({ summary: 'What was published and changed, when, by whom and why; the latest first' })
  @ApiOkResponse({ type: RosterVersionList })
  @ApiProblems(404)
  versions(@Param() path: RosterPath, @Context() context: RequestContext): Promise<RosterVersionList> {
    return this.operations.call(ListRosterVersions, path, context);
  }
}
