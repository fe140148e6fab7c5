/** Everything that one ended call leaves behind. */
export interface CallSettlement {
  readonly callId: string;
  readonly endedAt: Date;
  readonly answeredAt: Date | null;
  /** Q.850; null where nobody can tell. */
  readonly cause: number | null;
  /** Milliseconds of the notice that were played. */
  readonly heardMs: number;
  readonly keys: string;
  /** The exact words, and the hash of the audio (T5.3); null when nothing was played. */
  readonly spokenText: string | null;
  readonly audioHash: string | null;
  readonly outcome: string;
  /** Who says so: our own ears, the PBX's records, or nobody. */
  readonly evidence: 'live' | 'pbx-records' | 'none';
  readonly contacts: readonly ContactSettlement[];
}

export interface ContactSettlement {
  readonly contactId: string;
  /** May differ from the call's where several notices were merged: the first heard, the second not. */
  readonly outcome: string;
  /** An attempt of the customer's; a failure on our side (T2.4); nothing, for a call that the customer made. */
  readonly counts: 'attempt' | 'technical' | 'nothing';
  readonly next: NextStep;
}

export type NextStep =
  | { readonly type: 'retry'; readonly dueAt: Date; readonly reason: string }
  | { readonly type: 'dispose'; readonly disposition: Disposition; readonly reason: string };

export type Disposition = 'delivered' | 'handed-off' | 'cancelled';

/** A contact that has just reached its disposition. */
export interface DisposedContact {
  readonly contactId: string;
  readonly batchId: string;
  readonly disposition: Disposition;
  readonly reason: string;
}

export abstract class Settlements {
  /**
   * Ends calls and moves their contacts on. Calls that were settled before, or that another process has taken over,
   * are passed over. Tells which calls were ended and which contacts reached their disposition.
   */
  abstract settle(
    holder: string,
    settlements: readonly CallSettlement[],
  ): Promise<{ readonly ended: ReadonlySet<string>; readonly disposed: readonly DisposedContact[] }>;

  /** The deadlines of batches, null where there is none. */
  abstract deadlines(batchIds: readonly string[]): Promise<ReadonlyMap<string, Date | null>>;

  /** Gives waiting contacts their disposition without a call (paid, on the do-not-call register, deadline, stopped). */
  abstract dispose(
    contacts: readonly Omit<DisposedContact, 'batchId'>[],
  ): Promise<readonly DisposedContact[]>;

  /** Enters numbers in the do-not-call register, at the customer's own wish (key 9). */
  abstract optOut(
    entries: readonly { readonly number: string; readonly kind: string; readonly callId: string }[],
  ): Promise<void>;
}
