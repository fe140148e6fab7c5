/** How often, and on how many days: a leave of three days is one occurrence; half a day counts 0.5. */
export interface LeaveTotals {
  /** Leaves that began in the period, or went on from the one before. */
  readonly occurrences: number;
  readonly days: number;
}

/** What attendance says of one staff member and month; months are 'YYYY-MM' of the centre's zone. */
export interface AttendanceMonthFacts {
  readonly staffNumber: string;
  readonly month: string;
  /** A closed month changes only by a correction that reopens it. */
  readonly closed: boolean;
  /** Days with a shift in the roster, leave included. */
  readonly rosteredDays: number;
  /** Days that were worked, field work and training included; a day with half a leave counts 0.5. */
  readonly attendedDays: number;
  /** Attended, and neither late nor away early (§12.2). */
  readonly onTimeDays: number;
  /** Rostered days without leave and training: the denominator of §12.2. */
  readonly onTimeBaseDays: number;
  readonly lateCount: number;
  readonly lateMinutes: number;
  /** Of those, as late as the log asks for (§9: 15 minutes). */
  readonly loggedLateCount: number;
  readonly earlyCount: number;
  readonly earlyMinutes: number;
  /** Absent without leave, more than three hours late included (L414). */
  readonly absentDays: number;
  readonly missedPunchDays: number;
  readonly trainingDays: number;
  readonly overtimeMinutes: number;
  /** Minutes of the roster without breaks and leave: the denominator of seat use (C14). */
  readonly rosteredMinutes: number;
  readonly workedMinutes: number;
  readonly sick: LeaveTotals;
  readonly personal: LeaveTotals;
  /** Of the calendar year up to the end of the month. */
  readonly yearSick: LeaveTotals;
  readonly yearPersonal: LeaveTotals;
}

/** Attendance of months, for scores and reports. */
export abstract class AttendanceFacts {
  /**
   * One for each staff member asked for, in no order; who had neither shift nor leave has zeros.
   * @param month 'YYYY-MM'
   */
  abstract ofMonth(staffNumbers: readonly string[], month: string): Promise<readonly AttendanceMonthFacts[]>;
}
