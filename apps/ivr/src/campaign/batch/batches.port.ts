import type { BatchKind, BatchState } from '@switchyard/domain';
import type { Batch, BatchChange, NewBatch } from './batch';

export interface BatchFilter {
  readonly state?: BatchState;
  readonly kind?: BatchKind;
  /** Part of the name, in any case. */
  readonly name?: string;
  readonly createdFrom?: Date;
  readonly createdTo?: Date;
  readonly limit: number;
  /** Sort key of the last batch of the page before. */
  readonly after?: { readonly createdAt: string; readonly id: string };
}

/** A batch and its sort key, exact to the microsecond. */
export type ListedBatch = Batch & { readonly createdKey: string };

/** Batches as the use cases need them stored. */
export abstract class Batches {
  abstract add(batch: NewBatch): Promise<Batch>;

  /** @throws DomainError `batch.not-found` */
  abstract get(id: string): Promise<Batch>;

  /** The same, locked until the transaction ends. @throws DomainError `batch.not-found` */
  abstract lock(id: string): Promise<Batch>;

  /** Writes what changed and raises the version. */
  abstract change(id: string, change: BatchChange, now: Date): Promise<Batch>;

  /** With its contacts, imports and row errors. Answers the file keys of its imports. */
  abstract remove(id: string): Promise<readonly string[]>;

  /** Newest first, one more than `limit` when there are more. */
  abstract list(filter: BatchFilter): Promise<readonly ListedBatch[]>;
}
