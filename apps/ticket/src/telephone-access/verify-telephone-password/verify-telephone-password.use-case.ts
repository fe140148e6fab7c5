import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Passwords } from '@switchyard/platform';
import { Accounts, type Account } from '../../customer/accounts.port';
import { Policies } from '../../policy/policies';
import { TelephonePasswords } from '../telephone-passwords.port';
import { TelephoneTries } from '../telephone-tries.port';

export interface VerifyTelephonePasswordCommand {
  readonly accountNo: string;
  /** As it was keyed; it is compared and dropped. */
  readonly password: string;
  readonly reference: string;
}

export type Verdict =
  | { readonly result: 'verified'; readonly account: Account }
  | { readonly result: 'wrong'; readonly triesLeft: number }
  | { readonly result: 'locked'; readonly lockedUntil: Date };

/**
 * Checks a telephone password (T1.4). The try is counted before it is made, so that tries at the same moment and a
 * process that dies in the middle give nobody more of them. Whether the account exists and has a password makes no
 * difference to answer, count or time: without a hash the same work is done against a decoy.
 * @throws DomainError `telephone-password.busy`; the try is not counted then
 */
@Injectable()
export class VerifyTelephonePassword {
  constructor(
    private readonly accounts: Accounts,
    private readonly kept: TelephonePasswords,
    private readonly tries: TelephoneTries,
    private readonly policies: Policies,
    private readonly passwords: Passwords,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ accountNo, password, reference }: VerifyTelephonePasswordCommand): Promise<Verdict> {
    const now = this.clock.now();
    const policy = await this.policies.telephoneAccess(now);
    const attempt = await this.tries.admit(accountNo, reference, policy, now);
    if (!attempt.admitted) return { result: 'locked', lockedUntil: attempt.lockedUntil };
    const [hash, account] = await Promise.all([this.kept.hashOf(accountNo), this.accounts.find(accountNo)]);
    const matched = await this.matches(accountNo, hash, password);
    if (matched && account) {
      await this.tries.clear(accountNo);
      return { result: 'verified', account };
    }
    if (attempt.lockedUntil) return { result: 'locked', lockedUntil: attempt.lockedUntil };
    return { result: 'wrong', triesLeft: Math.max(1, policy.maxFailures - attempt.failures) };
  }

  private async matches(accountNo: string, hash: string | undefined, password: string): Promise<boolean> {
    try {
      return await this.passwords.matches(hash, password);
    } catch (error) {
      await this.tries.takeBack(accountNo);
      throw error;
    }
  }
}
