import { Body, Controller, Get, Param, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CalendarDay,
  type CalendarDayPage,
  CalendarHead,
  CalendarImport,
  CalendarVersionList,
  GetCalendar,
  ImportCalendarYear,
  ListCalendarDays,
  ListCalendarVersions,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient, type TableColumn, tableColumn } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { inWords, type Words, yesNo } from '../http/in-words';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import {
  CalendarDaysExportQuery,
  CalendarDaysQuery,
  CalendarPath,
  CalendarYearPath,
  ImportCalendarYearBody,
} from './working-calendar.dto';

const KINDS: Words<CalendarDay['kind']> = {
  holiday: ['放假', 'holiday'],
  'extra-working-day': ['调休上班', 'make-up working day'],
};
const COLUMNS: readonly TableColumn<CalendarDay>[] = [
  tableColumn('own', '日期', 'date', ({ date }) => date),
  tableColumn('own', '类别', 'kind', ({ kind }, language) => inWords(KINDS, kind, language)),
  tableColumn('text', '节日', 'holiday', ({ nameZh, nameEn }, language) =>
    language === 'en' ? nameEn : nameZh,
  ),
  tableColumn('own', '调休', 'in lieu', ({ inLieu }, language) => yesNo(inLieu ?? false, language)),
];

@ApiTags('working calendar')
@ApiBearerAuth()
@Controller('working-calendars/:calendarId')
export class WorkingCalendarController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('policy:read')
  @ApiOperation({ summary: 'A working calendar: its version and the days that it covers' })
  @ApiOkResponse({ type: CalendarHead })
  @ApiProblems(404)
  one(@Param() path: CalendarPath, @Context() context: RequestContext): Promise<CalendarHead> {
    return this.operations.call(GetCalendar, path, context);
  }

  @Get('days')
  @Permission('policy:read')
  @ApiOperation({ summary: 'Its holidays and make-up days, by date' })
  @ApiPage(CalendarDay)
  @ApiProblems(404)
  days(
    @Param() path: CalendarPath,
    @Query() query: CalendarDaysQuery,
    @Context() context: RequestContext,
  ): Promise<CalendarDayPage> {
    return this.operations.call(ListCalendarDays, { ...query, ...path }, context);
  }

  @Get('days/export')
  @Permission('policy:read')
  @ApiOperation({ summary: 'The same list as a file' })
  @ApiListFile()
  @ApiProblems(404)
  export(
    @Param() path: CalendarPath,
    @Query() query: CalendarDaysExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListCalendarDays, columns: COLUMNS };
    const names = {
      fileName: 'working-calendar',
      sheetName: { 'zh-CN': '工作日历', en: 'Working calendar' },
    };
    return this.files.of({ ...list, ...names }, { ...query, ...path }, context);
  }

  @Get('versions')
  @Permission('policy:read')
  @ApiOperation({ summary: 'Its versions, the latest first: who imported what' })
  @ApiOkResponse({ type: CalendarVersionList })
  @ApiProblems(404)
  versions(@Param() path: CalendarPath, @Context() context: RequestContext): Promise<CalendarVersionList> {
    return this.operations.call(ListCalendarVersions, path, context);
  }

  @Put('years/:year')
  @Permission('policy:write')
  @ApiOperation({
    summary: 'Import a year’s holidays and make-up days',
    description:
      'As rows, as CSV, or as the file of the project chinese-days. Every service takes them over, and due dates that rest on them are reckoned anew.',
  })
  @ApiOkResponse({ type: CalendarImport })
  @ApiProblems(404, 422)
  importYear(
    @Param() path: CalendarYearPath,
    @Body() body: ImportCalendarYearBody,
    @Context() context: RequestContext,
  ): Promise<CalendarImport> {
    return this.operations.call(ImportCalendarYear, { ...path, ...body }, context);
  }
}
