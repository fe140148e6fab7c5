import type { BatchKind } from '@switchyard/domain';

/** What happens to contacts and batches without a call. */
export abstract class BatchSweeps {
  /** Waiting contacts whose batch was stopped or whose deadline has passed; up to `limit`. */
  abstract overdue(now: Date, limit: number): Promise<readonly OverdueContact[]>;

  /** Ends the batches in which every contact has its disposition; returns them with their counts. */
  abstract finish(now: Date): Promise<readonly FinishedBatch[]>;

  /** Waiting contacts of an account, in batches that are not over. */
  abstract waitingOf(accountNo: string): Promise<readonly WaitingContact[]>;
}

export interface OverdueContact {
  readonly contactId: string;
  readonly why: 'deadline' | 'stopped';
}

export interface FinishedBatch {
  readonly batchId: string;
  readonly kind: BatchKind;
  readonly name: string;
  readonly state: 'finished' | 'stopped';
  readonly delivered: number;
  readonly handedOff: number;
  readonly cancelled: number;
}

export interface WaitingContact {
  readonly contactId: string;
  readonly batchId: string;
  readonly accountNo: string;
  readonly period: string;
  readonly payableFen: number;
}
