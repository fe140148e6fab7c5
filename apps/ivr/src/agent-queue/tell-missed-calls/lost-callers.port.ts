import type { ListFlag, QueueOutcome, ValueTier } from '@switchyard/domain';

/** A caller who gave up, and of whom nothing was decided yet. */
export interface LostCallerRow {
  readonly id: string;
  readonly callId: string;
  readonly queue: string;
  /** Null when the PBX died while it waited. */
  readonly outcome: QueueOutcome | null;
  readonly valueTier: ValueTier | null;
  readonly listFlag: ListFlag | null;
  readonly enteredAt: Date;
  readonly leftAt: Date;
  /** Null when withheld or forgotten. */
  readonly phone: string | null;
  readonly accountNo: string | null;
  /** False when the menus never saw the call: the dialplan led it to the queue while ivr was away. */
  readonly metMenus: boolean;
  /**
   * Whether the caller got through or will be called back anyway, in another stay of the same call. Who was lost after an
   * agent had handed it on did not get through.
   */
  readonly servedElsewhere: boolean;
}

export abstract class LostCallers {
  /** Locks up to `limit` of them until the transaction ends; those that another process has are left out. */
  abstract take(limit: number, since: Date): Promise<readonly LostCallerRow[]>;
  /** Lost calls that the menus never saw, and of whose callers nothing is known yet, at most `limit`. */
  abstract unidentified(
    limit: number,
    since: Date,
  ): Promise<readonly { readonly id: string; readonly callId: string }[]>;
  abstract identified(id: string, valueTier: ValueTier): Promise<void>;
  abstract decided(ids: readonly string[], now: Date): Promise<void>;
}
