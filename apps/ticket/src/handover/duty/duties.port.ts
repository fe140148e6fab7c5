export interface Duty {
  /** Sign-in account (name). */
  readonly leader: string;
  readonly leaderId: string;
  readonly since: Date;
  /** By which it passed; absent for the first. */
  readonly handoverId?: string;
}

/** Who leads the shift; one at a time. */
export abstract class Duties {
  abstract current(): Promise<Duty | undefined>;
  /** False when somebody leads already. */
  abstract begin(duty: Duty): Promise<boolean>;
  /** Ends the present one, if any, and begins this one. */
  abstract pass(duty: Duty): Promise<void>;
}
