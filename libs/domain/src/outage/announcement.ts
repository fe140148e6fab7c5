import { addWorkingDays, type WorkingCalendar } from '../calendar';
import { daysBetween, type LocalDate, localDateAt } from '../shared';
import type { OutagePolicy } from './outage-policy';

/** How a planned outage was announced (L27); others need no days ahead (L28). */
export const ANNOUNCEMENTS = ['not-needed', 'in-time', 'short', 'not-announced'] as const;
export type Announcement = (typeof ANNOUNCEMENTS)[number];

/** The days ahead are days of the calendar: announced on the 1st, a planned outage starts on the 8th at the earliest. */
export function announcementOf(
  outage: { readonly kind: string; readonly startsAt: Date; readonly announcedAt?: Date },
  policy: OutagePolicy,
): Announcement {
  if (outage.kind !== 'planned') return 'not-needed';
  if (!outage.announcedAt) return 'not-announced';
  const ahead = daysBetween(localDateAt(outage.announcedAt), localDateAt(outage.startsAt));
  return ahead >= policy.announcementDays ? 'in-time' : 'short';
}

export interface CopyDue {
  /** Close of business of the last day allowed. */
  readonly dueAt: Date;
  readonly provisional: boolean;
}

/**
 * By when approved maintenance must have reached the centre (L26); the day of the approval is not counted.
 * @param closes close of business of a day
 */
export function maintenanceCopyDue(
  approvedAt: Date,
  policy: OutagePolicy,
  calendar: WorkingCalendar,
  closes: (date: LocalDate) => Date,
): CopyDue {
  const last = addWorkingDays(calendar, localDateAt(approvedAt), policy.maintenanceCopyWorkingDays);
  return { dueAt: closes(last.date), provisional: last.provisional };
}
