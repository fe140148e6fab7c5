import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type AttendanceDayPage,
  AttendanceDayView,
  type AttendanceMonthPage,
  AttendanceMonthView,
  type LatenessInterviewPage,
  LatenessInterviewView,
  ListAttendanceDays,
  ListAttendanceMonth,
  ListLatenessInterviews,
  ListPunches,
  type PunchPage,
  PunchView,
  RecordSickCall,
  type RequestContext,
  RequestPunch,
  RequestPunchRequest,
  SickCallView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import {
  AttendanceMonthPath,
  OwnAttendanceDaysQuery,
  OwnLatenessInterviewsQuery,
  OwnPunchesQuery,
  OwnSickCallBody,
} from './attendance.dto';

/** One's own attendance: whose it is comes from the sign-in, never from the request. */
@ApiTags('me')
@ApiBearerAuth()
@Controller('me')
export class MyAttendanceController {
  constructor(private readonly operations: OperationClient) {}

  @Get('attendance/days')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own shifts as they were" })
  @ApiPage(AttendanceDayView)
  @ApiProblems(422)
  days(
    @Query() query: OwnAttendanceDaysQuery,
    @Context() context: RequestContext,
  ): Promise<AttendanceDayPage> {
    return this.operations.call(ListAttendanceDays, { ...query, own: true }, context);
  }

  @Get('attendance/months/:month')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own month in figures: a list of one" })
  @ApiPage(AttendanceMonthView)
  @ApiProblems(422)
  month(
    @Param() path: AttendanceMonthPath,
    @Context() context: RequestContext,
  ): Promise<AttendanceMonthPage> {
    return this.operations.call(ListAttendanceMonth, { ...path, own: true }, context);
  }

  @Get('punches')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own punches" })
  @ApiPage(PunchView)
  @ApiProblems(422)
  punches(@Query() query: OwnPunchesQuery, @Context() context: RequestContext): Promise<PunchPage> {
    return this.operations.call(ListPunches, { ...query, own: true }, context);
  }

  @Post('punches')
  @Permission('self:write')
  @ApiOperation({
    summary: 'Punch on the road, or ask for a correction',
    description: 'It counts once a leader has approved it.',
  })
  @ApiCreatedResponse({ type: PunchView })
  @ApiProblems(404, 409, 422)
  request(@Body() body: RequestPunchRequest, @Context() context: RequestContext): Promise<PunchView> {
    return this.operations.call(RequestPunch, body, context);
  }

  @Post('sick-calls')
  @Permission('self:write')
  @ApiOperation({ summary: 'Call in sick for a shift, now (before 8:45, L244)' })
  @ApiCreatedResponse({ type: SickCallView })
  @ApiProblems(409, 422)
  callSick(@Body() body: OwnSickCallBody, @Context() context: RequestContext): Promise<SickCallView> {
    return this.operations.call(RecordSickCall, body, context);
  }

  @Get('lateness-interviews')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own interviews about lateness" })
  @ApiPage(LatenessInterviewView)
  @ApiProblems(422)
  interviews(
    @Query() query: OwnLatenessInterviewsQuery,
    @Context() context: RequestContext,
  ): Promise<LatenessInterviewPage> {
    return this.operations.call(ListLatenessInterviews, { ...query, own: true }, context);
  }
}
