import { Inject, Injectable } from '@nestjs/common';
import { AccountRegistered, type RequestContext } from '@switchyard/contracts';
import { customerValue, type CustomerValuePolicy } from '@switchyard/domain';
import { CLOCK, type Clock, Outbox, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { toAccountView } from '../account-view';
import { type Revaluation, type ValuedAccount, ValuedAccounts } from './valued-accounts.port';

const BATCH = 1000;

export interface ReckonedBatch {
  readonly accounts: number;
  readonly changed: number;
  /** The last account of it; undefined when there was none left. */
  readonly last?: string;
}

/** Reckons tiers and stages anew, by the policy in force (§17); each change is told and kept with its evidence. */
@Injectable()
export class ReckonCustomers {
  constructor(
    private readonly valued: ValuedAccounts,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The next batch after an account, in a transaction of its own. */
  batch(after: string, context: RequestContext): Promise<ReckonedBatch> {
    return this.work.inTransaction(async () => {
      const now = this.clock.now();
      const policy = await this.policies.customerValue(now);
      const accounts = await this.valued.after(after, BATCH, policy.months, now);
      const changed = await this.apply(accounts, policy, { actor: context.actor.id }, context, now);
      const last = accounts.at(-1)?.accountNo;
      return { accounts: accounts.length, changed, ...(last !== undefined && { last }) };
    });
  }

  /** One account, in the open transaction. */
  async one(
    accountNo: string,
    by: { readonly actor: string; readonly reason: string },
    context: RequestContext,
  ): Promise<void> {
    const now = this.clock.now();
    const policy = await this.policies.customerValue(now);
    const account = await this.valued.one(accountNo, policy.months, now);
    if (account) await this.apply([account], policy, by, context, now);
  }

  private async apply(
    accounts: readonly ValuedAccount[],
    policy: CustomerValuePolicy,
    by: { readonly actor: string; readonly reason?: string },
    context: RequestContext,
    now: Date,
  ): Promise<number> {
    const revaluations = accounts.flatMap((account) => revaluationOf(account, policy) ?? []);
    if (revaluations.length === 0) return 0;
    const changed = await this.valued.apply(revaluations, by, now);
    await this.outbox.appendAll(AccountRegistered, changed.map(toAccountView), context);
    return changed.length;
  }
}

/** Undefined where nothing changes. A tier that was set by hand stays; one without any bill stays as it was told. */
export function revaluationOf(account: ValuedAccount, policy: CustomerValuePolicy): Revaluation | undefined {
  const { valueTier: reckoned, lifeCycle, evidence } = customerValue(account.facts, policy);
  const valueTier = account.held ? account.valueTier : (reckoned ?? account.valueTier);
  if (valueTier === account.valueTier && lifeCycle === account.lifeCycle) return undefined;
  return { accountNo: account.accountNo, valueTier, lifeCycle, evidence };
}
