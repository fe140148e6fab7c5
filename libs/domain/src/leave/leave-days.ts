import { addDays, type LocalDate } from '../shared';
import { LEAVE_HALVES, type LeaveHalf } from './leave-kinds';

/** From the first half of leave to the last, both included: a day from `am` to `pm` is whole. */
export interface LeaveSpan {
  readonly from: LocalDate;
  readonly fromHalf: LeaveHalf;
  readonly to: LocalDate;
  readonly toHalf: LeaveHalf;
}

/**
 * What a day is for one person. `in-lieu`: a rest day swapped in for a holiday and worked off on another; `statutory`: a
 * holiday by law. The two differ in pay, so that both are kept apart; make-up days are `work`.
 */
export const LEAVE_DAY_TYPES = ['work', 'rest', 'statutory', 'in-lieu'] as const;
export type LeaveDayType = (typeof LEAVE_DAY_TYPES)[number];

export interface LeaveHalfDay {
  readonly date: LocalDate;
  readonly half: LeaveHalf;
  readonly type: LeaveDayType;
  /** Whether it is taken off the leave: rest days and holidays are not counted twice (L395). */
  readonly counts: boolean;
}

export function isForwards({ from, fromHalf, to, toHalf }: LeaveSpan): boolean {
  return from < to || (from === to && !(fromHalf === 'pm' && toHalf === 'am'));
}

/** Every half day of a leave, each a row of its own, in order. */
export function halfDaysOf(
  span: LeaveSpan,
  typeOf: (date: LocalDate) => LeaveDayType,
  everyDayCounts: boolean,
): LeaveHalfDay[] {
  const days: LeaveHalfDay[] = [];
  for (let date = span.from; date <= span.to; date = addDays(date, 1)) {
    const type = typeOf(date);
    for (const half of LEAVE_HALVES) {
      if (date === span.from && span.fromHalf === 'pm' && half === 'am') continue;
      if (date === span.to && span.toHalf === 'am' && half === 'pm') continue;
      days.push({ date, half, type, counts: everyDayCounts || type === 'work' });
    }
  }
  return days;
}

export interface DayKnowledge {
  /** Days with a published shift of the person. */
  readonly shifts: ReadonlySet<string>;
  /** Whether the person's shifts of that day are published at all; before, the working calendar decides. */
  readonly isPlanned: (date: LocalDate) => boolean;
  readonly isWorkingDay: (date: LocalDate) => boolean;
  /** The holiday of a day: by law, or swapped in. */
  readonly holiday: (date: LocalDate) => 'statutory' | 'in-lieu' | undefined;
}

/** A day with a shift is worked, whatever the calendar says; without a roster the calendar says it. */
export function dayTypeOf(
  date: LocalDate,
  { shifts, isPlanned, isWorkingDay, holiday }: DayKnowledge,
): LeaveDayType {
  if (shifts.has(date)) return 'work';
  const off = holiday(date) ?? 'rest';
  if (isPlanned(date)) return off;
  return isWorkingDay(date) ? 'work' : off;
}
