import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ActionReference,
  ActionResult,
  AnswerOvertime,
  ListOwnActions,
  ListOwnMeetings,
  ListOwnOvertime,
  ListOwnPlanItems,
  ListOwnReminders,
  type MeetingActionPage,
  MeetingActionView,
  type MeetingPage,
  MeetingView,
  OrderedPageRequest,
  OvertimeConsent,
  type OvertimePage,
  OvertimeReference,
  OvertimeView,
  OwnActionsRequest,
  OwnMeetingsRequest,
  OwnOvertimeRequest,
  OwnRemindersRequest,
  type PlanItemPage,
  PlanItemView,
  ReadReminder,
  type ReminderPage,
  ReminderReference,
  ReminderView,
  type RequestContext,
  SettleOwnAction,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../../access/permission.decorator';
import { ApiPage } from '../../openapi/api-page.decorator';
import { ApiProblems } from '../../openapi/api-problems.decorator';
import { Context } from '../../request-context/context.decorator';

@ApiTags('my workplace')
@ApiBearerAuth()
@Controller('me')
export class OwnWorkController {
  constructor(private readonly operations: OperationClient) {}

  @Get('reminders')
  @Permission('self:read')
  @ApiOperation({ summary: 'What one is reminded of, the latest first' })
  @ApiPage(ReminderView)
  reminders(@Query() query: OwnRemindersRequest, @Context() context: RequestContext): Promise<ReminderPage> {
    return this.operations.call(ListOwnReminders, query, context);
  }

  @Post('reminders/:reminderId/read')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'A reminder was read' })
  @ApiOkResponse({ type: ReminderView })
  @ApiProblems(404)
  read(@Param() path: ReminderReference, @Context() context: RequestContext): Promise<ReminderView> {
    return this.operations.call(ReadReminder, path, context);
  }

  @Get('overtime')
  @Permission('self:read')
  @ApiOperation({ summary: 'Overtime that is proposed to one' })
  @ApiPage(OvertimeView)
  overtime(@Query() query: OwnOvertimeRequest, @Context() context: RequestContext): Promise<OvertimePage> {
    return this.operations.call(ListOwnOvertime, query, context);
  }

  @Post('overtime/:overtimeId/consent')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Consent to overtime, or refuse it' })
  @ApiOkResponse({ type: OvertimeView })
  @ApiProblems(404, 409)
  answer(
    @Param() path: OvertimeReference,
    @Body() body: OvertimeConsent,
    @Context() context: RequestContext,
  ): Promise<OvertimeView> {
    return this.operations.call(AnswerOvertime, { ...body, ...path }, context);
  }

  @Get('meetings')
  @Permission('self:read')
  @ApiOperation({ summary: 'Meetings that one is asked to come to' })
  @ApiPage(MeetingView)
  meetings(@Query() query: OwnMeetingsRequest, @Context() context: RequestContext): Promise<MeetingPage> {
    return this.operations.call(ListOwnMeetings, query, context);
  }

  @Get('meeting-actions')
  @Permission('self:read')
  @ApiOperation({ summary: 'What one has agreed to do' })
  @ApiPage(MeetingActionView)
  actions(@Query() query: OwnActionsRequest, @Context() context: RequestContext): Promise<MeetingActionPage> {
    return this.operations.call(ListOwnActions, query, context);
  }

  @Post('meeting-actions/:actionId/result')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Settle an action of one’s own' })
  @ApiOkResponse({ type: MeetingActionView })
  @ApiProblems(404, 409)
  settle(
    @Param() path: ActionReference,
    @Body() body: ActionResult,
    @Context() context: RequestContext,
  ): Promise<MeetingActionView> {
    return this.operations.call(SettleOwnAction, { ...body, ...path }, context);
  }

  @Get('plan-items')
  @Permission('self:read')
  @ApiOperation({ summary: 'Items of the plan for which one answers' })
  @ApiPage(PlanItemView)
  plan(@Query() query: OrderedPageRequest, @Context() context: RequestContext): Promise<PlanItemPage> {
    return this.operations.call(ListOwnPlanItems, query, context);
  }
}
