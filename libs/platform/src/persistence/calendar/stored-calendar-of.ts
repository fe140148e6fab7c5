import type { CalendarDocumentView } from '@switchyard/contracts';
import type { StoredCalendar } from './calendar-document';

/** A calendar as hr tells it, as services store it. */
export function storedCalendarOf(told: CalendarDocumentView): StoredCalendar {
  const { calendarId, source, sourceVersion, coveredFrom, coveredTo, workingWeekdays, days } = told;
  const coverage = { from: coveredFrom, to: coveredTo };
  return { id: calendarId, source, sourceVersion, coverage, workingWeekdays, overrides: days };
}
