import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AttendanceClosing,
  type AttendanceDayPage,
  AttendanceDayView,
  type AttendanceMonthPage,
  AttendanceMonthView,
  AttendanceRecomputation,
  AttendanceRevisions,
  AttendanceTotalsList,
  CloseAttendanceMonth,
  GetAttendanceClosing,
  GetAttendanceTotals,
  GetAttendanceTotalsRequest,
  ListAttendanceDays,
  ListAttendanceMonth,
  ListAttendanceRevisions,
  RecomputeAttendance,
  RecomputeAttendanceRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { ATTENDANCE_DAY_COLUMNS, ATTENDANCE_MONTH_COLUMNS } from './attendance-columns';
import {
  AttendanceDaysExportQuery,
  AttendanceDaysQuery,
  AttendanceMonthExportQuery,
  AttendanceMonthPath,
  AttendanceMonthQuery,
  AttendanceRevisionsPath,
} from './attendance.dto';

@ApiTags('attendance')
@ApiBearerAuth()
@Controller('attendance')
export class AttendanceController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('days')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'What shifts were: on time, late, left early, absent, with a punch missing …' })
  @ApiPage(AttendanceDayView)
  days(@Query() query: AttendanceDaysQuery, @Context() context: RequestContext): Promise<AttendanceDayPage> {
    return this.operations.call(ListAttendanceDays, query, context);
  }

  @Get('days/export')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  exportDays(
    @Query() query: AttendanceDaysExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListAttendanceDays, columns: ATTENDANCE_DAY_COLUMNS };
    const names = { fileName: 'attendance', sheetName: { 'zh-CN': '考勤', en: 'Attendance' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get('totals')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'Days in numbers of people' })
  @ApiOkResponse({ type: AttendanceTotalsList })
  @ApiProblems(422)
  totals(
    @Query() query: GetAttendanceTotalsRequest,
    @Context() context: RequestContext,
  ): Promise<AttendanceTotalsList> {
    return this.operations.call(GetAttendanceTotals, query, context);
  }

  @Post('recomputations')
  @Permission('attendance:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Reckon days again, soon',
    description: 'From punches, cases, leave and roster; closed months are left as they are.',
  })
  @ApiOkResponse({ type: AttendanceRecomputation })
  @ApiProblems(404, 422)
  recompute(
    @Body() body: RecomputeAttendanceRequest,
    @Context() context: RequestContext,
  ): Promise<AttendanceRecomputation> {
    return this.operations.call(RecomputeAttendance, body, context);
  }

  @Get('months')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'A month of everybody in figures (§12.1, §12.2)' })
  @ApiPage(AttendanceMonthView)
  month(
    @Query() query: AttendanceMonthQuery,
    @Context() context: RequestContext,
  ): Promise<AttendanceMonthPage> {
    return this.operations.call(ListAttendanceMonth, query, context);
  }

  @Get('months/export')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  exportMonth(
    @Query() query: AttendanceMonthExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListAttendanceMonth, columns: ATTENDANCE_MONTH_COLUMNS };
    const names = {
      fileName: 'attendance-month',
      sheetName: { 'zh-CN': '月度考勤', en: 'Month of attendance' },
    };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('months/:month/closing')
  @Permission('attendance:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Close a month that is over',
    description:
      'In steps of a hundred people; asked again, it tells how far it is. Afterwards a punch changes the figures of its person only with `reopenReason`.',
  })
  @ApiOkResponse({ type: AttendanceClosing })
  @ApiProblems(422)
  close(@Param() path: AttendanceMonthPath, @Context() context: RequestContext): Promise<AttendanceClosing> {
    return this.operations.call(CloseAttendanceMonth, path, context);
  }

  @Get('months/:month/closing')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'Whether a month is open, being closed, or closed' })
  @ApiOkResponse({ type: AttendanceClosing })
  closing(
    @Param() path: AttendanceMonthPath,
    @Context() context: RequestContext,
  ): Promise<AttendanceClosing> {
    return this.operations.call(GetAttendanceClosing, path, context);
  }

  @Get('months/:month/revisions/:staffNumber')
  @Permission('attendance:read')
  @ApiOperation({ summary: "A person's figures of a closed month, with every change since and its reason" })
  @ApiOkResponse({ type: AttendanceRevisions })
  @ApiProblems(404)
  revisions(
    @Param() path: AttendanceRevisionsPath,
    @Context() context: RequestContext,
  ): Promise<AttendanceRevisions> {
    return this.operations.call(ListAttendanceRevisions, path, context);
  }
}
