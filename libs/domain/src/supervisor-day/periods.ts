import { isWorkingDay, type WorkingCalendar } from '../calendar';
import { addDays, addMonths, daysBetween, type LocalDate, localDate, weekdayOf } from '../shared';

/** How often a duty comes round. Weeks and fortnights begin on Monday. */
export const DUTY_RHYTHMS = ['day', 'week', 'fortnight', 'month', 'quarter', 'half-year'] as const;
export type DutyRhythm = (typeof DUTY_RHYTHMS)[number];

/** First and last day, both included. */
export interface DutyPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A Monday from which fortnights are counted: 5 January 2026. */
const FIRST_FORTNIGHT = localDate('2026-01-05');

/** The period of this rhythm in which the day lies. */
export function dutyPeriodOf(day: LocalDate, rhythm: DutyRhythm): DutyPeriod {
  switch (rhythm) {
    case 'day':
      return { from: day, to: day };
    case 'week':
      return days(addDays(day, 1 - weekdayOf(day)), 7);
    case 'fortnight':
      return days(addDays(day, -modulo(daysBetween(FIRST_FORTNIGHT, day), 14)), 14);
    case 'month':
      return months(day, 1);
    case 'quarter':
      return months(day, 3);
    case 'half-year':
      return months(day, 6);
  }
}

/**
 * The `place`-th working day of a period, from 1; below 0 it is counted from the end (−1 is the last one). A period with fewer working
 * days gives the last, or the first; one without any gives undefined.
 */
export function workingDayOf(
  { from, to }: DutyPeriod,
  place: number,
  calendar: WorkingCalendar,
): LocalDate | undefined {
  const working = Array.from({ length: daysBetween(from, to) + 1 }, (_, offset) =>
    addDays(from, offset),
  ).filter((day) => isWorkingDay(calendar, day));
  const index = place > 0 ? place - 1 : working.length + place;
  return working[Math.max(0, Math.min(working.length - 1, index))];
}

function days(from: LocalDate, count: number): DutyPeriod {
  return { from, to: addDays(from, count - 1) };
}

/** The months of a year are cut into equal parts from January on. */
function months(day: LocalDate, count: number): DutyPeriod {
  const firstOfMonth = localDate(`${day.slice(0, 8)}01`);
  const from = addMonths(firstOfMonth, -((Number(day.slice(5, 7)) - 1) % count));
  return { from, to: addDays(addMonths(from, count), -1) };
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;
