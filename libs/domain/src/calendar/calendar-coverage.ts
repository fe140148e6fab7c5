import {
  daysBetween,
  type DocumentProblem,
  DocumentReader,
  type LocalDate,
  ok,
  refused,
  type Result,
} from '../shared';
import type { WorkingCalendar } from './working-calendar';

/** Days from `today` to the last day whose holidays are known; negative once that has passed. */
export function daysCovered({ document }: WorkingCalendar, today: LocalDate): number {
  return daysBetween(today, document.coverage.to);
}

/** How long before the end of the coverage the operator is warned. */
export interface CalendarWarningPolicy {
  readonly days: number;
}

/** The notice for the next year usually comes in November [ours]. */
export const STANDARD_CALENDAR_WARNING_POLICY: CalendarWarningPolicy = { days: 60 };

/** A policy out of JSON, with every problem named by its path. */
export function parseCalendarWarningPolicy(
  document: unknown,
): Result<CalendarWarningPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const policy = { days: reader.integer('days', 1, 366) };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}
