import type { WorkingCalendar } from '@switchyard/domain';

/** The working calendar by which leave is counted where no roster tells. */
export abstract class LeaveCalendar {
  abstract read(): Promise<WorkingCalendar>;
}
