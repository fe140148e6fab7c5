import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { event, operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { Instant, OptionalDay, RequiredText } from '../../ticket/fields';
import { CalendarDay, CalendarDocumentView, CalendarHead, CalendarReference } from './working-calendar.view';

export const CALENDAR_ERRORS = {
  notFound: 'calendar.not-found',
  /** `details.fields` says what is wrong with which day. */
  invalid: 'calendar.invalid',
} as const;

export const GetCalendar = operation({
  subject: 'hr.query.working-calendar.v1',
  request: CalendarReference,
  reply: CalendarHead,
  errors: [CALENDAR_ERRORS.notFound],
});

export class ListCalendarDaysRequest extends PageRequest {
  @ApiProperty({ description: 'Id of the calendar', example: 'cn' })
  @IsString()
  @MaxLength(20)
  calendarId: string;

  @OptionalDay('From this day on')
  from?: string;

  @OptionalDay('Up to this day')
  to?: string;
}

export class CalendarDayPage extends PageOf(CalendarDay, 'Holidays and make-up days, by date') {}

export const ListCalendarDays = operation({
  subject: 'hr.query.calendar-days.v1',
  request: ListCalendarDaysRequest,
  reply: CalendarDayPage,
  errors: [CALENDAR_ERRORS.notFound],
});

export class ImportCalendarYearRequest extends CalendarReference {
  @ApiProperty({ description: 'The year', type: 'integer', minimum: 2000, maximum: 2100, example: 2027 })
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;

  @RequiredText('Where the days come from, e.g. the notice of the State Council', 200)
  source: string;

  @RequiredText('Edition of that source', 200)
  sourceVersion: string;

  @ApiPropertyOptional({ description: 'The days as rows', type: [CalendarDay] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(366)
  @ValidateNested({ each: true })
  @Type(() => CalendarDay)
  rows?: CalendarDay[];

  @ApiPropertyOptional({
    description: 'The days as CSV with the columns date, kind, nameZh, nameEn and, if need be, inLieu',
    maxLength: 100_000,
  })
  @IsOptional()
  @IsString()
  @MaxLength(100_000)
  csv?: string;

  @ApiPropertyOptional({
    description:
      'The file of the project chinese-days: { holidays, workdays, inLieuDays }; other years are left out',
    type: 'object',
    additionalProperties: true,
  })
  @IsOptional()
  @IsObject()
  chineseDays?: Record<string, unknown>;
}

export class CalendarImport extends CalendarHead {
  @ApiProperty({ description: 'Days that are new', type: [String] })
  @IsString({ each: true })
  added: string[];

  @ApiProperty({ description: 'Days that are another kind or have another name', type: [String] })
  @IsString({ each: true })
  changed: string[];

  @ApiProperty({ description: 'Days that are on the weekly pattern again', type: [String] })
  @IsString({ each: true })
  removed: string[];
}

/**
 * Puts a year's holidays and make-up days in the place of those known for it; every service gets its copy by
 * `hr.event.calendar-changed.v1`. What changes nothing makes no version. `request.invalid` unless exactly one of rows,
 * csv and chineseDays is given.
 */
export const ImportCalendarYear = operation({
  subject: 'hr.command.import-calendar-year.v1',
  request: ImportCalendarYearRequest,
  reply: CalendarImport,
  errors: [CALENDAR_ERRORS.notFound, CALENDAR_ERRORS.invalid],
});

export class CalendarVersionView extends CalendarHead {
  @Instant('When it was made')
  madeAt: string;

  @ApiProperty({ description: 'Who made it' })
  @IsString()
  madeBy: string;
}

export class CalendarVersionList {
  @ApiProperty({ description: 'The latest first, at most 200', type: [CalendarVersionView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CalendarVersionView)
  items: CalendarVersionView[];
}

export const ListCalendarVersions = operation({
  subject: 'hr.query.calendar-versions.v1',
  request: CalendarReference,
  reply: CalendarVersionList,
  errors: [CALENDAR_ERRORS.notFound],
});

export class CalendarChangedPayload extends CalendarDocumentView {}

/** The working calendar has a new version; the payload is the whole of it. */
export const CalendarChanged = event({
  subject: 'hr.event.calendar-changed.v1',
  payload: CalendarChangedPayload,
});
