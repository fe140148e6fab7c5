import type { WorkingCalendar } from '@switchyard/domain';
import type { StoredCalendar } from '@switchyard/platform';

/** The service's copy of the working calendar, which hr owns. */
export abstract class WorkingCalendars {
  abstract current(): Promise<WorkingCalendar>;
  /** From 1; 0 before there is a copy. */
  abstract version(): Promise<number>;
  /** To be called in a transaction. False when the copy has this version or a later one already. */
  abstract replace(calendar: StoredCalendar, version: number): Promise<boolean>;
}
