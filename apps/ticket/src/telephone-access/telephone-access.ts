import { Inject, Injectable } from '@nestjs/common';
import type { TelephoneAccessView } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { Accounts, type Account } from '../customer/accounts.port';
import { Policies } from '../policy/policies';
import { TelephonePasswords } from './telephone-passwords.port';
import { TelephoneTries } from './telephone-tries.port';

/** How a registered account can be reached by telephone now. */
@Injectable()
export class TelephoneAccess {
  constructor(
    private readonly accounts: Accounts,
    private readonly kept: TelephonePasswords,
    private readonly tries: TelephoneTries,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `account.not-found` */
  async account(accountNo: string): Promise<Account> {
    const account = await this.accounts.find(accountNo);
    if (account) return account;
    throw new DomainError('account.not-found', `No account ${accountNo} is registered.`, { accountNo });
  }

  async viewOf(accountNo: string): Promise<TelephoneAccessView> {
    const now = this.clock.now();
    const policy = await this.policies.telephoneAccess(now);
    const { failures, lockedUntil } = await this.tries.stateOf(accountNo, policy, now);
    const setAt = await this.kept.setAt(accountNo);
    return {
      accountNo,
      passwordSet: setAt !== undefined,
      passwordSetAt: setAt?.toISOString(),
      failures,
      lockedUntil: lockedUntil?.toISOString(),
    };
  }
}
