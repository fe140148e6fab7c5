import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import {
  AnswerRosterChange,
  ListOwnEntries,
  ListOwnEntriesRequest,
  ListRosterChanges,
  ListRosterWishes,
  OwnEntries,
  type RequestContext,
  type RosterChangePage,
  RosterChangeView,
  RosterWishFields,
  type RosterWishPage,
  RosterWishView,
  StateRosterWish,
  WithdrawRosterWish,
} from '@switchyard/contracts';
import { CLOCK, type Clock, OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { iCalendar } from './i-calendar';
import {
  OwnRosterChangesQuery,
  OwnRosterWishesQuery,
  RosterChangePath,
  RosterConsentBody,
  RosterWishPath,
} from './roster.dto';

/** One's own shifts, wishes and consents: whose they are comes from the sign-in, never from the request. */
@ApiTags('me')
@ApiBearerAuth()
@Controller('me')
export class MyRosterController {
  constructor(
    private readonly operations: OperationClient,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('roster')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own published shifts" })
  @ApiOkResponse({ type: OwnEntries })
  @ApiProblems(422)
  roster(@Query() query: ListOwnEntriesRequest, @Context() context: RequestContext): Promise<OwnEntries> {
    return this.operations.call(ListOwnEntries, query, context);
  }

  @Get('roster/calendar')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own published shifts as an iCalendar file" })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ description: 'The calendar', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(422)
  async calendar(
    @Query() query: ListOwnEntriesRequest,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const { items } = await this.operations.call(ListOwnEntries, query, context);
    return new StreamableFile(Buffer.from(iCalendar(items, this.clock.now())), {
      type: 'text/calendar; charset=utf-8',
      disposition: 'attachment; filename="roster.ics"',
    });
  }

  @Get('roster-wishes')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own wishes that stand" })
  @ApiPage(RosterWishView)
  @ApiProblems(422)
  wishes(@Query() query: OwnRosterWishesQuery, @Context() context: RequestContext): Promise<RosterWishPage> {
    return this.operations.call(ListRosterWishes, { ...query, own: true }, context);
  }

  @Post('roster-wishes')
  @Permission('self:write')
  @ApiOperation({
    summary: 'Wish to be off, to have a shift or not to have it, until the month is published',
  })
  @ApiCreatedResponse({ type: RosterWishView })
  @ApiProblems(409, 422)
  wish(@Body() body: RosterWishFields, @Context() context: RequestContext): Promise<RosterWishView> {
    return this.operations.call(StateRosterWish, body, context);
  }

  @Delete('roster-wishes/:wishId')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw a wish' })
  @ApiOkResponse({ type: RosterWishView })
  @ApiProblems(404, 422)
  withdraw(@Param() path: RosterWishPath, @Context() context: RequestContext): Promise<RosterWishView> {
    return this.operations.call(WithdrawRosterWish, path, context);
  }

  @Get('roster-changes')
  @Permission('self:read')
  @ApiOperation({ summary: "Changes of the roster that ask for one's consent" })
  @ApiPage(RosterChangeView)
  @ApiProblems(422)
  changes(
    @Query() query: OwnRosterChangesQuery,
    @Context() context: RequestContext,
  ): Promise<RosterChangePage> {
    return this.operations.call(ListRosterChanges, { ...query, own: true }, context);
  }

  @Post('roster-changes/:changeId/consent')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Consent to a change, or refuse it; the last consent applies it' })
  @ApiOkResponse({ type: RosterChangeView })
  @ApiProblems(404, 409, 422)
  consent(
    @Param() path: RosterChangePath,
    @Body() body: RosterConsentBody,
    @Context() context: RequestContext,
  ): Promise<RosterChangeView> {
    return this.operations.call(AnswerRosterChange, { ...body, ...path }, context, { timeoutMs: 60_000 });
  }
}
