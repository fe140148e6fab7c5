import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../calendar';
import { addDays, instantAt, type LocalDate, localDateAt, minuteOfDayAt, type TimeRange } from '../shared';
import type { FollowedCustomer, FollowUpPolicy } from './follow-up-policy';

/** Hours that leave nobody to be called for longer than this are broken. */
const LONGEST_WAIT_DAYS = 60;

/** When a customer of this kind may be called on a day (art. 21(11)): in order; none on some days. */
export function callHoursOf(
  day: LocalDate,
  customer: FollowedCustomer,
  policy: FollowUpPolicy,
  calendar: WorkingCalendar,
): readonly TimeRange[] {
  const hours = policy.hours[customer];
  return isWorkingDay(calendar, day) ? hours.workingDays : hours.restDays;
}

export function mayBeCalledAt(
  at: Date,
  customer: FollowedCustomer,
  policy: FollowUpPolicy,
  calendar: WorkingCalendar,
): boolean {
  const minute = minuteOfDayAt(at);
  return callHoursOf(localDateAt(at), customer, policy, calendar).some(
    ({ fromMinute, toMinute }) => fromMinute <= minute && minute < toMinute,
  );
}

/**
 * The first moment from `at` on at which the customer may be called: a repair that ended after 22:00 waits for the
 * next day, an organisation for its working hours (art. 21(11)).
 * @throws RangeError when no day within two months has call hours
 */
export function nextCallHour(
  at: Date,
  customer: FollowedCustomer,
  policy: FollowUpPolicy,
  calendar: WorkingCalendar,
): Date {
  const today = localDateAt(at);
  for (let offset = 0; offset <= LONGEST_WAIT_DAYS; offset++) {
    const day = addDays(today, offset);
    for (const { fromMinute, toMinute } of callHoursOf(day, customer, policy, calendar)) {
      if (instantAt(day, toMinute) <= at) continue;
      const from = instantAt(day, fromMinute);
      return from > at ? from : at;
    }
  }
  throw new RangeError(`a ${customer} may not be called within ${LONGEST_WAIT_DAYS} days of ${today}`);
}

export interface FollowUpDue {
  /** The customer is called from then on. */
  readonly callFrom: Date;
  /** Close of business of the last day allowed, as that of the limits L18–L20. */
  readonly dueAt: Date;
  /** A day beyond the calendar's coverage had a say in it. */
  readonly provisional: boolean;
}

/**
 * When a follow-up that arises now must be done: within a working day, the day itself not counted (L18–L20, §4).
 * @param closes close of business of a day
 */
export function followUpDue(
  arisesAt: Date,
  customer: FollowedCustomer,
  policy: FollowUpPolicy,
  calendar: WorkingCalendar,
  closes: (date: LocalDate) => Date,
): FollowUpDue {
  const { date, provisional } = addWorkingDays(calendar, localDateAt(arisesAt), policy.dueWorkingDays);
  return {
    callFrom: nextCallHour(arisesAt, customer, policy, calendar),
    dueAt: closes(date),
    provisional,
  };
}
