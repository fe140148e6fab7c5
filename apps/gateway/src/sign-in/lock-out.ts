/** How many wrong passwords a key may have before it is locked, and for how long. */
export interface LockOutPolicy {
  /** Failures after which the key is locked. */
  readonly allowed: number;
  readonly lockMs: number;
  /** Failures older than this are forgotten. */
  readonly memoryMs: number;
}

const MINUTE = 60_000;

/** Five failures from one address lock the name for that address. */
export const PER_NAME_AND_ADDRESS: LockOutPolicy = { allowed: 5, lockMs: 15 * MINUTE, memoryMs: 15 * MINUTE };

/** Fifty failures from anywhere lock the name: a stranger cannot lock somebody out with five requests. */
export const PER_NAME: LockOutPolicy = { allowed: 50, lockMs: 15 * MINUTE, memoryMs: 60 * MINUTE };

export interface Failures {
  readonly count: number;
  readonly lastAt: Date;
  readonly lockedUntil?: Date;
}

export type Attempt =
  | { readonly allowed: true; readonly failures: Failures }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/**
 * Counts an attempt as a failure before the password is looked at; a right password clears the count.
 * So attempts at the same moment cannot all slip under the limit.
 */
export function countAttempt(before: Failures | undefined, now: Date, policy: LockOutPolicy): Attempt {
  const lockedFor = (before?.lockedUntil?.getTime() ?? 0) - now.getTime();
  if (lockedFor > 0) return { allowed: false, retryAfterSeconds: Math.ceil(lockedFor / 1000) };
  const remembered =
    before && !before.lockedUntil && now.getTime() - before.lastAt.getTime() < policy.memoryMs
      ? before.count
      : 0;
  const count = remembered + 1;
  const lockedUntil = count >= policy.allowed ? new Date(now.getTime() + policy.lockMs) : undefined;
  return { allowed: true, failures: { count, lastAt: now, lockedUntil } };
}
