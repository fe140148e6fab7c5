import { Module } from '@nestjs/common';
import { Calendars } from './calendars.port';
import { GetCalendarHandler } from './get-calendar/get-calendar.handler';
import { ImportCalendarYearHandler } from './import-calendar-year/import-calendar-year.handler';
import { ImportCalendarYearUseCase } from './import-calendar-year/import-calendar-year.use-case';
import { ListCalendarDaysHandler } from './list-calendar-days/list-calendar-days.handler';
import { ListCalendarVersionsHandler } from './list-calendar-versions/list-calendar-versions.handler';
import { PgCalendars } from './persistence/pg-calendars';

/** Which days are worked: hr owns it, every service keeps a copy. */
@Module({
  controllers: [
    GetCalendarHandler,
    ImportCalendarYearHandler,
    ListCalendarDaysHandler,
    ListCalendarVersionsHandler,
  ],
  providers: [ImportCalendarYearUseCase, { provide: Calendars, useClass: PgCalendars }],
  exports: [Calendars],
})
export class WorkingCalendarModule {}
