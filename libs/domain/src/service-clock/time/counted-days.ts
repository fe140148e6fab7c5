import { addDays, addMonths, daysBetween, type LocalDate, localDateAt } from '../../shared';
import type { Reckoned } from './counted-time';
import { isPausedAt, type Pauses } from './pauses';
import { type ClockCalendar, closeOfBusiness, isKnown, isServiceDay } from './service-hours';

/** What becomes of a last day that is a rest day: it moves on to the next working day (C1), or stays. */
export type RestDayRule = 'move-on' | 'stay';

/** Ten years: a search over more days than this rests on a broken calendar. */
const SEARCH_DAYS = 3660;

/**
 * Close of business of the `days`-th working day after the day of `start`, which is not counted (§13a). A day is never
 * turned into hours: it is used up when its close of business comes while the clock runs, so that a pause gives back
 * the days whose close falls into it. Undefined while an open pause keeps it from coming.
 * @throws RangeError when no such day comes within ten years
 */
export function afterWorkingDays(
  calendar: ClockCalendar,
  start: Date,
  days: number,
  pauses: Pauses,
): Reckoned | undefined {
  return nthWorkingClose(calendar, addDays(localDateAt(start), 1), days, pauses);
}

/**
 * Close of business of the `days`-th calendar day after the day of `start` (Civil Code art. 201); a last day on a rest
 * day moves on to the next working day (C1). Pauses count as for working days.
 */
export function afterCalendarDays(
  calendar: ClockCalendar,
  start: Date,
  days: number,
  restDays: RestDayRule,
  pauses: Pauses,
): Reckoned | undefined {
  let left = days;
  for (const { date, at } of closes(calendar, addDays(localDateAt(start), 1), pauses)) {
    if (--left > 0) continue;
    return restDays === 'stay' ? { at, provisional: false } : nthWorkingClose(calendar, date, 1, pauses);
  }
  return undefined;
}

/** Months, clamped to the month's end (art. 203): as many calendar days as they have from the first day on. */
export function afterMonths(
  calendar: ClockCalendar,
  start: Date,
  months: number,
  restDays: RestDayRule,
  pauses: Pauses,
): Reckoned | undefined {
  const first = localDateAt(start);
  const days = daysBetween(first, addMonths(first, months));
  return afterCalendarDays(calendar, start, days, restDays, pauses);
}

function nthWorkingClose(
  calendar: ClockCalendar,
  from: LocalDate,
  days: number,
  pauses: Pauses,
): Reckoned | undefined {
  let left = days;
  let provisional = false;
  for (const { date, at } of closes(calendar, from, pauses)) {
    provisional ||= !isKnown(calendar, date);
    if (isServiceDay(calendar, date) && --left === 0) return { at, provisional };
  }
  return undefined;
}

/** Every day's close of business at which the clock runs, rest days included. */
function* closes(
  calendar: ClockCalendar,
  from: LocalDate,
  pauses: Pauses,
): Generator<{ readonly date: LocalDate; readonly at: Date }> {
  const open = pauses.findLast(({ to }) => to === undefined);
  let date = from;
  for (let days = 0; days <= SEARCH_DAYS; days++, date = addDays(date, 1)) {
    const at = closeOfBusiness(calendar, date);
    if (open !== undefined && open.from < at) return;
    if (!isPausedAt(pauses, at)) yield { date, at };
  }
  throw new RangeError(`no close of business within ${SEARCH_DAYS} days of ${from}`);
}
