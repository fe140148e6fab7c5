import { isWorkingDay, type WorkingCalendar } from '../calendar';
import { addDays, instantAt, type LocalDate } from '../shared';
import { type DutyPeriod, dutyPeriodOf, workingDayOf } from './periods';
import type { Duty, SupervisorsDayPolicy } from './supervisors-day-policy';

/** A duty with its date: one line of the checklist. */
export interface PlannedDuty {
  readonly duty: Duty;
  readonly period: DutyPeriod;
  readonly dueOn: LocalDate;
  readonly dueAt: Date;
}

/**
 * What the checklist of a day holds (§18): the day's own duties where it is a working day, and those of the week, month and so on in
 * which it lies; the same duty and period is the same line. Periods without a working day have none.
 */
export function planDuties(
  day: LocalDate,
  { duties }: SupervisorsDayPolicy,
  calendar: WorkingCalendar,
): PlannedDuty[] {
  return duties.flatMap((duty) => {
    const period = dutyPeriodOf(day, duty.rhythm);
    if (duty.rhythm === 'day' && !isWorkingDay(calendar, day)) return [];
    const dueOn = duty.rhythm === 'day' ? day : workingDayOf(period, duty.workingDay, calendar);
    return dueOn === undefined ? [] : [{ duty, period, dueOn, dueAt: instantAt(dueOn, duty.dueMinute) }];
  });
}

/**
 * The days whose checklists are still to be made, the earliest first: from the one after the last that was made, not further back than
 * `catchUpDays`; today alone where none was made yet.
 */
export function daysToPlan(
  today: LocalDate,
  lastMade: LocalDate | undefined,
  catchUpDays: number,
): LocalDate[] {
  if (lastMade === undefined) return [today];
  const earliest = addDays(today, -catchUpDays);
  const next = addDays(lastMade, 1);
  const days: LocalDate[] = [];
  for (let day = next > earliest ? next : earliest; day <= today; day = addDays(day, 1)) days.push(day);
  return days;
}
