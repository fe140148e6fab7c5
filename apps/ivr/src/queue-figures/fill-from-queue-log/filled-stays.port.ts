import type { LoggedStay } from '@switchyard/domain';

/** Where stays that the live events missed are filled in. */
export abstract class FilledStays {
  /** Runs `work` unless another process is at it now. @returns whether it ran */
  abstract alone(work: () => Promise<void>): Promise<boolean>;

  /** Every stay that began before has been settled from the queue log. */
  abstract settledUntil(): Promise<Date>;
  abstract setSettledUntil(at: Date): Promise<void>;

  /**
   * Completes the stays that are known and lack their end, and adds those that are not known; what is complete stays
   * as it is. @returns how many rows that changed
   */
  abstract fill(stays: readonly LoggedStay[], node: string): Promise<number>;
}
