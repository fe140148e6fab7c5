export abstract class ExpiredRows {
  /** Removes expired idempotency keys, forgotten sign-in failures and sessions that ended a month ago. */
  abstract sweep(now: Date): Promise<void>;
}
