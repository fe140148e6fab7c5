import type { LocalDate } from '@switchyard/domain';

export interface ShiftsOfOne {
  readonly rosterId: string;
  readonly staffNumber: string;
  readonly name: string;
  /** The first day on which they are not staff any more. */
  readonly leftOn: LocalDate;
}

/** What rosters still expect of people who have left. */
export abstract class FormerStaffShifts {
  /** Who has published shifts on days after leaving, by roster; at most 500. */
  abstract published(): Promise<readonly ShiftsOfOne[]>;
  /** Changes that nobody can consent to any more: who is asked has left, or a day of them is over before `today`. */
  abstract deadChanges(today: LocalDate): Promise<readonly string[]>;
}
