/** The last look before dialling, and the way back when it says no. */
export abstract class Placements {
  /**
   * Marks calls as dialling, where still true: held by this process with at least `marginSeconds` of lease left, the
   * batch running, nobody on the do-not-call register since, no payment that the claim did not see (T2.9).
   * Returns the ids that may be dialled.
   */
  abstract confirm(
    holder: string,
    marginSeconds: number,
    calls: readonly { readonly id: string; readonly paymentsSeen: number }[],
  ): Promise<ReadonlySet<string>>;

  /** Undoes claims that were never dialled: their attempts vanish, the contacts wait for `delaySeconds`. */
  abstract withdraw(callIds: readonly string[], reason: string, delaySeconds: number): Promise<void>;

  /** Notes that the customer hears the notice from now on, for whoever has to recover the call (T3.2). */
  abstract noticesStarted(calls: readonly StartedNotice[]): Promise<void>;
}

export interface StartedNotice {
  readonly id: string;
  readonly answeredAt: Date;
  readonly startedAt: Date;
}
