import type { LoggedStay } from '@switchyard/domain';

/** How far the queue log has been used. */
export interface QueueLogMark {
  /** Every stay that began before has been settled from what had arrived. */
  readonly settledUntil: Date;
  /** The newest row that had arrived. */
  readonly lastId: number;
}

/** Where stays that the live events missed are filled in. */
export abstract class FilledStays {
  /** Runs `work` unless another process is at it now. @returns whether it ran */
  abstract alone(work: () => Promise<void>): Promise<boolean>;

  abstract mark(): Promise<QueueLogMark>;
  abstract setMark(mark: QueueLogMark): Promise<void>;

  /**
   * Completes the stays that are known and lack their end, and adds those that are not known; what is complete stays
   * as it is. @returns how many rows that changed
   */
  abstract fill(stays: readonly LoggedStay[]): Promise<number>;
}
