import { Controller, Inject } from '@nestjs/common';
import {
  type AccountView,
  ReleaseValueTier,
  ReleaseValueTierRequest,
  type RequestContext,
  STANDING_ERRORS,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { toAccountView } from '../account-view';
import { Accounts } from '../accounts.port';
import { ReckonCustomers } from '../customer-value/reckon-customers';
import { accountNotFound } from './standing-errors';
import { Standings } from './standings.port';

@Controller()
export class ReleaseValueTierHandler {
  constructor(
    private readonly standings: Standings,
    private readonly accounts: Accounts,
    private readonly reckon: ReckonCustomers,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ReleaseValueTier)
  handle({ accountNo, reason }: ReleaseValueTierRequest, context: RequestContext): Promise<AccountView> {
    return this.work.inTransaction(async () => {
      if (!(await this.standings.release(accountNo, this.clock.now()))) {
        if (!(await this.accounts.find(accountNo))) throw accountNotFound(accountNo);
        throw new DomainError(
          STANDING_ERRORS.notHeld,
          'The value tier was not set by hand, or holds no more.',
          {
            accountNo,
          },
        );
      }
      await this.reckon.one(accountNo, { actor: context.actor.id, reason }, context);
      const account = await this.accounts.find(accountNo);
      if (!account) throw accountNotFound(accountNo);
      return toAccountView(account);
    });
  }
}
