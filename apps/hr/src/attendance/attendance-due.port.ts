import type { LocalDate } from '@switchyard/domain';

export interface DuePerson {
  readonly staffNumber: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Whose days have to be reckoned again, soon; marked in the transaction of what happened to them. */
export abstract class AttendanceDue {
  abstract mark(people: readonly DuePerson[]): Promise<void>;
  /** Some of them, which are no longer marked once the transaction commits; nobody else has them. */
  abstract take(limit: number): Promise<readonly DuePerson[]>;
  /** Marks again who could not be reckoned, to be tried later. */
  abstract postpone(person: DuePerson, seconds: number): Promise<void>;
  /** From when on starts and ends of shifts have not been looked at; moves it to `now`. Undefined while another does it. */
  abstract sweepFrom(now: Date): Promise<Date | undefined>;
  abstract onMark(listener: () => void): void;
}
