import type { LocalDate } from '@switchyard/domain';

export interface ShiftsOfOne {
  readonly rosterId: string;
  readonly staffNumber: string;
  readonly name: string;
  /** The first day on which they are not staff any more. */
  readonly leftOn: LocalDate;
}

export interface TransferredShifts extends ShiftsOfOne {
  readonly departmentCode: string;
  readonly days: readonly LocalDate[];
}

/** What rosters still expect of people who have left. */
export abstract class FormerStaffShifts {
  /** Who has published shifts on days after leaving, by roster; at most 500. */
  abstract published(): Promise<readonly ShiftsOfOne[]>;
  /**
   * Who went to another department since `since` and still has shifts from `today` on in rosters of the one before, by
   * roster; `leftOn` is the day of the transfer. At most 500.
   */
  abstract transferred(since: LocalDate, today: LocalDate): Promise<readonly TransferredShifts[]>;
  /** Changes that nobody can consent to any more: who is asked has left, or a day of them is over before `today`. */
  abstract deadChanges(today: LocalDate): Promise<readonly string[]>;
}
