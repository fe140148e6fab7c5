import { addWorkingDays } from '../calendar';
import { instantAt, localDateAt } from '../shared';
import { type CallingHours, lastClosing } from './calling-window';

export interface Deadline {
  readonly at: Date;
  /** Rests on days beyond the calendar's coverage: compute again when holidays were imported. */
  readonly provisional: boolean;
}

/**
 * Until when a contact may be told by telephone unless its batch says otherwise: the end of the last calling
 * window of the next working day after hand-in (L24, L25: one working day, the day of hand-in not counted).
 * Pass the hours of each customer kind in the batch; the latest closing counts, because the paper
 * notice is written for the whole batch then.
 */
export function defaultDeadline(
  handedInAt: Date,
  hours: readonly [CallingHours, ...CallingHours[]],
): Deadline {
  const { calendar, offsetMinutes } = hours[0];
  const handedIn = localDateAt(handedInAt, offsetMinutes);
  const day = addWorkingDays(calendar, handedIn, 1);
  const closings = hours.map((of) => lastClosing(of, day.date)?.getTime() ?? 0);
  const dayBegins = instantAt(day.date, 0, offsetMinutes).getTime();
  return { at: new Date(Math.max(dayBegins, ...closings)), provisional: day.provisional };
}

/** At the deadline itself the time is over: whoever is not told yet is handed off as 'deadline'. */
export function deadlinePassed(deadline: Date, now: Date): boolean {
  return now >= deadline;
}
