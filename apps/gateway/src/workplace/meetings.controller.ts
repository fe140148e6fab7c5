import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ActionReference,
  ActionResult,
  CancelMeeting,
  GetMeeting,
  ListActions,
  ListActionsRequest,
  ListMeetings,
  ListMeetingsRequest,
  type MeetingActionPage,
  MeetingActionView,
  MeetingMinutes,
  type MeetingPage,
  MeetingReference,
  MeetingView,
  PlanMeeting,
  PlanMeetingRequest,
  RecordMinutes,
  type RequestContext,
  SettleAction,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { ACTION_COLUMNS, MEETING_COLUMNS } from './meeting-columns';

export class MeetingsExportQuery extends ExportOf(ListMeetingsRequest) {}

export class ActionsExportQuery extends ExportOf(ListActionsRequest) {}

@ApiTags('meetings')
@ApiBearerAuth()
@Controller()
export class MeetingsController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('meetings')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'Meetings with their minutes, the latest first' })
  @ApiPage(MeetingView)
  list(@Query() query: ListMeetingsRequest, @Context() context: RequestContext): Promise<MeetingPage> {
    return this.operations.call(ListMeetings, query, context);
  }

  @Get('meetings/export')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  export(@Query() query: MeetingsExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListMeetings, columns: MEETING_COLUMNS };
    const names = { fileName: 'meetings', sheetName: { 'zh-CN': '会议', en: 'Meetings' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('meetings')
  @Permission('workplace:write')
  @ApiOperation({ summary: 'Plan a meeting: daily, sunrise, fortnightly, monthly … (C24)' })
  @ApiCreatedResponse({ type: MeetingView })
  @ApiProblems(422)
  plan(@Body() body: PlanMeetingRequest, @Context() context: RequestContext): Promise<MeetingView> {
    return this.operations.call(PlanMeeting, body, context);
  }

  @Get('meetings/:meetingId')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'A meeting' })
  @ApiOkResponse({ type: MeetingView })
  @ApiProblems(404)
  get(@Param() path: MeetingReference, @Context() context: RequestContext): Promise<MeetingView> {
    return this.operations.call(GetMeeting, path, context);
  }

  @Post('meetings/:meetingId/minutes')
  @Permission('workplace:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Write the minutes: who came, what was decided, who does what until when' })
  @ApiOkResponse({ type: MeetingView })
  @ApiProblems(404, 409, 422)
  record(
    @Param() path: MeetingReference,
    @Body() body: MeetingMinutes,
    @Context() context: RequestContext,
  ): Promise<MeetingView> {
    return this.operations.call(RecordMinutes, { ...body, ...path }, context);
  }

  @Post('meetings/:meetingId/cancellation')
  @Permission('workplace:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Call a meeting off' })
  @ApiOkResponse({ type: MeetingView })
  @ApiProblems(404, 409)
  cancel(@Param() path: MeetingReference, @Context() context: RequestContext): Promise<MeetingView> {
    return this.operations.call(CancelMeeting, path, context);
  }

  @Get('meeting-actions')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'What was agreed in meetings' })
  @ApiPage(MeetingActionView)
  actions(
    @Query() query: ListActionsRequest,
    @Context() context: RequestContext,
  ): Promise<MeetingActionPage> {
    return this.operations.call(ListActions, query, context);
  }

  @Get('meeting-actions/export')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  exportActions(
    @Query() query: ActionsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListActions, columns: ACTION_COLUMNS };
    const names = { fileName: 'meeting-actions', sheetName: { 'zh-CN': '会议行动项', en: 'Actions' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('meeting-actions/:actionId/result')
  @Permission('workplace:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Settle an action: done or dropped' })
  @ApiOkResponse({ type: MeetingActionView })
  @ApiProblems(404, 409)
  settle(
    @Param() path: ActionReference,
    @Body() body: ActionResult,
    @Context() context: RequestContext,
  ): Promise<MeetingActionView> {
    return this.operations.call(SettleAction, { ...body, ...path }, context);
  }
}
