import { OmitType, PickType } from '@nestjs/swagger';
import { CalendarReference, ImportCalendarYearRequest, ListCalendarDaysRequest } from '@switchyard/contracts';
import { ExportOf } from '../http/export-of';

export class CalendarPath extends CalendarReference {}

export class CalendarYearPath extends PickType(ImportCalendarYearRequest, ['calendarId', 'year'] as const) {}

export class ImportCalendarYearBody extends OmitType(ImportCalendarYearRequest, [
  'calendarId',
  'year',
] as const) {}

export class CalendarDaysQuery extends OmitType(ListCalendarDaysRequest, ['calendarId'] as const) {}

export class CalendarDaysExportQuery extends ExportOf(CalendarDaysQuery) {}
