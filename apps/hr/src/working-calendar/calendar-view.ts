import {
  CALENDAR_ERRORS,
  type CalendarDay,
  type CalendarDocumentView,
  type CalendarHead,
} from '@switchyard/contracts';
import type { CalendarOverride } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { VersionedCalendar } from './calendars.port';

export function toCalendarHead({ document, version }: VersionedCalendar): CalendarHead {
  const { id, source, sourceVersion, coverage, workingWeekdays } = document;
  return {
    calendarId: id,
    version,
    source,
    sourceVersion,
    coveredFrom: coverage.from,
    coveredTo: coverage.to,
    workingWeekdays: [...workingWeekdays],
  };
}

export function toCalendarDocument(calendar: VersionedCalendar): CalendarDocumentView {
  return { ...toCalendarHead(calendar), days: calendar.document.overrides.map(toCalendarDay) };
}

export function toCalendarDay({ date, kind, nameZh, nameEn, inLieu }: CalendarOverride): CalendarDay {
  return { date, kind, nameZh, nameEn, ...(inLieu === true && { inLieu }) };
}

export function calendarNotFound(calendarId: string): DomainError {
  return new DomainError(
    CALENDAR_ERRORS.notFound,
    `There is no working calendar ${calendarId}; China's is cn.`,
    {
      calendarId,
    },
  );
}
