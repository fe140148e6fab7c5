import type { Attempt, LockOutPolicy } from './lock-out';

/** Wrong passwords, by name and address, whether somebody has that name or not. */
export abstract class SignInFailures {
  /** Counts an attempt under each key, all or none; the first key that is locked answers. */
  abstract count(keys: readonly FailureKey[], now: Date): Promise<Attempt>;
  abstract clear(keys: readonly FailureKey[]): Promise<void>;
}

export interface FailureKey {
  readonly key: string;
  readonly policy: LockOutPolicy;
}
