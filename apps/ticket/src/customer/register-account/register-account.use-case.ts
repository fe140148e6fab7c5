import { Inject, Injectable } from '@nestjs/common';
import { AccountRegistered, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, Outbox, UnitOfWork } from '@switchyard/platform';
import { toAccountView } from '../account-view';
import { Accounts, type Account, type AccountFacts } from '../accounts.port';

/** Stores an account as the billing system tells it now, and tells it on. */
@Injectable()
export class RegisterAccountUseCase {
  constructor(
    private readonly accounts: Accounts,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(facts: AccountFacts, context: RequestContext): Promise<Account> {
    return this.work.inTransaction(async () => {
      const account = await this.accounts.put(facts, this.clock.now(), context.actor.id);
      await this.outbox.append(AccountRegistered, toAccountView(account), context);
      return account;
    });
  }
}
