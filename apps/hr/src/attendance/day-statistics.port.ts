import type { LocalDate } from '@switchyard/domain';

export interface AttendanceDayTotals {
  readonly day: LocalDate;
  readonly rostered: number;
  readonly attended: number;
  readonly late: number;
  readonly early: number;
  readonly absent: number;
  readonly onLeave: number;
  readonly missedPunch: number;
}

/** A day of the whole centre in numbers of people. */
export abstract class AttendanceDayStatistics {
  /** Undefined where no shift of the day is reckoned yet. */
  abstract totalsOf(day: LocalDate): Promise<AttendanceDayTotals | undefined>;
}
