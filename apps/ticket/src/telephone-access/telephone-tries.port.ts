import type { TelephoneAccessPolicy } from '@switchyard/domain';

/** A try that may go on: it counts as a failure until it is cleared. */
export interface AdmittedTry {
  readonly admitted: true;
  /** Failures with this one. */
  readonly failures: number;
  /** Set when this try, should it fail, is the one that locks. */
  readonly lockedUntil?: Date;
}

export interface RefusedTry {
  readonly admitted: false;
  readonly lockedUntil: Date;
}

export interface TriesState {
  readonly failures: number;
  readonly lockedUntil?: Date;
}

/** Failures per account number, whether or not there is such an account. They outlive a restart. */
export abstract class TelephoneTries {
  /**
   * Counts a try before it is made, in one step: however many are made at once, no more are admitted than the policy
   * has failures.
   */
  abstract admit(
    accountNo: string,
    reference: string,
    policy: TelephoneAccessPolicy,
    now: Date,
  ): Promise<AdmittedTry | RefusedTry>;
  /** Takes an admitted try back that was not made after all. */
  abstract takeBack(accountNo: string): Promise<void>;
  /** Forgets the failures and lifts the lock. */
  abstract clear(accountNo: string): Promise<void>;
  abstract stateOf(accountNo: string, policy: TelephoneAccessPolicy, now: Date): Promise<TriesState>;
  /** Removes what no longer counts. Answers how many. */
  abstract forget(policy: TelephoneAccessPolicy, now: Date): Promise<number>;
}
