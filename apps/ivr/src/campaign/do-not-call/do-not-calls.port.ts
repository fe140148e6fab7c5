import type { BatchKind } from '@switchyard/domain';

/** A number that is not to be called, for one kind of notice or for all (T2.8). */
export interface DoNotCall {
  readonly id: string;
  readonly number: string;
  readonly kind: BatchKind | null;
  readonly reason: string;
  readonly source: 'staff' | 'key' | 'import';
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly removedBy: string | null;
  readonly removedAt: Date | null;
}

export interface DoNotCallFilter {
  readonly number?: string;
  readonly removed: boolean;
  readonly limit: number;
  readonly after?: { readonly createdAt: string; readonly id: string };
}

export abstract class DoNotCalls {
  /** False when the number is registered for this kind already. */
  abstract add(entry: DoNotCall): Promise<boolean>;

  /** The entry that stands for a number and kind. */
  abstract find(number: string, kind: BatchKind | null): Promise<DoNotCall | undefined>;

  /** Ends a registration that stands; undefined when there is none with this id. */
  abstract remove(id: string, removedBy: string, now: Date): Promise<DoNotCall | undefined>;

  /** Newest first, one more than `limit` when there are more. */
  abstract list(filter: DoNotCallFilter): Promise<readonly (DoNotCall & { readonly createdKey: string })[]>;
}
