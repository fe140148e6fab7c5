import { addDays, addMonths, type LocalDate } from '../shared';
import { isCovered, isWorkingDay, type WorkingCalendar } from './working-calendar';

/** A computed day; `provisional` when a day beyond the calendar's coverage had a say in it: recompute on import. */
export interface ComputedDay {
  readonly date: LocalDate;
  readonly provisional: boolean;
}

/** A calendar whose overrides close more days in a row than this is broken. */
const LONGEST_CLOSURE_DAYS = 366;

/**
 * The `days`-th working day after `date`, which itself is not counted (Civil Code art. 201; units of §13a).
 * 0 is the day itself where it works, else the next working day. Never converts days into hours.
 * @throws RangeError when `days` is negative or no integer, or when the calendar closes for over a year.
 */
export function addWorkingDays(calendar: WorkingCalendar, date: LocalDate, days: number): ComputedDay {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is no count of working days`);
  let result = moveOnToWorkingDay(calendar, days === 0 ? date : addDays(date, 1));
  for (let left = days; left > 1; left--) {
    const next = moveOnToWorkingDay(calendar, addDays(result.date, 1));
    result = { date: next.date, provisional: result.provisional || next.provisional };
  }
  return result;
}

/** The day itself where it works, else the next working day: a last day on a rest day moves on (C1). */
export function moveOnToWorkingDay(calendar: WorkingCalendar, date: LocalDate): ComputedDay {
  let provisional = false;
  for (let offset = 0; offset <= LONGEST_CLOSURE_DAYS; offset++) {
    const day = addDays(date, offset);
    provisional ||= !isCovered(calendar, day);
    if (isWorkingDay(calendar, day)) return { date: day, provisional };
  }
  throw new RangeError(`no working day within ${LONGEST_CLOSURE_DAYS} days of ${date}`);
}

/** Calendar days (L12, L13, L21), the first excluded; a last day on a rest day moves on (C1). */
export function addCalendarDays(calendar: WorkingCalendar, date: LocalDate, days: number): ComputedDay {
  return moveOnToWorkingDay(calendar, addDays(date, days));
}

/** Calendar months (L21, L22), clamped to the month's end; a last day on a rest day moves on (C1). */
export function addCalendarMonths(calendar: WorkingCalendar, date: LocalDate, months: number): ComputedDay {
  return moveOnToWorkingDay(calendar, addMonths(date, months));
}
