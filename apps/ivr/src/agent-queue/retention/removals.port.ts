/** What retention has removed, and by which rule: the audit of it. Recordings tell it in their own rows. */
export interface Removal {
  readonly what: 'message' | 'stray-file';
  /** Key in the file store, or name of the file in the PBX's folder. */
  readonly item: string;
  readonly keptSince: Date;
  /** Days that the policy in force gives it. */
  readonly days: number;
}

export interface NotedRemoval extends Removal {
  readonly id: string;
  readonly removedAt: Date;
}

export abstract class Removals {
  /** Runs work unless another process is at it; then it is left out, and undefined told. */
  abstract alone<T>(work: () => Promise<T>): Promise<T | undefined>;

  /** Notes a removal, then does it: all or nothing as far as files allow. */
  abstract remove(removal: Removal, at: Date, work: () => Promise<void>): Promise<void>;

  /** The latest first; one more than `limit` when there are more. */
  abstract list(
    filter: { readonly what?: Removal['what']; readonly from?: Date; readonly to?: Date },
    limit: number,
    beforeId?: string,
  ): Promise<readonly NotedRemoval[]>;
}
