import { isWorkingDay, type WorkingCalendar } from '../calendar';
import { type LocalDate, type Weekday, weekdayOf } from '../shared';

/** Days that callers treat alike: an ordinary weekday, a holiday, and a rest day worked to make up for one (调休). */
export type CallDayType = Weekday | 'holiday' | 'make-up';

export function callDayTypeOf(calendar: WorkingCalendar, date: LocalDate): CallDayType {
  const override = calendar.overrides.get(date);
  if (override?.kind === 'extra-working-day' && isWorkingDay(calendar, date)) return 'make-up';
  return override?.kind === 'holiday' ? 'holiday' : weekdayOf(date);
}
