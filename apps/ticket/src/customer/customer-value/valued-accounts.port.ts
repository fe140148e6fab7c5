import type { ValueTier } from '@switchyard/contracts';
import type { CustomerValue, CustomerValueFacts, LifeCycleStage } from '@switchyard/domain';
import type { Account } from '../accounts.port';

/** What an account's value is reckoned from, and what it was reckoned to be. */
export interface ValuedAccount {
  readonly accountNo: string;
  readonly facts: CustomerValueFacts;
  readonly valueTier: ValueTier;
  readonly lifeCycle?: LifeCycleStage;
  /** The tier was set by hand and holds. */
  readonly held: boolean;
}

export interface Revaluation {
  readonly accountNo: string;
  readonly valueTier: ValueTier;
  readonly lifeCycle: LifeCycleStage;
  readonly evidence: CustomerValue['evidence'];
}

export abstract class ValuedAccounts {
  /** The next by account number; bills of so many months until the last whole month, reckoned in China. */
  abstract after(
    accountNo: string,
    limit: number,
    months: number,
    now: Date,
  ): Promise<readonly ValuedAccount[]>;
  abstract one(accountNo: string, months: number, now: Date): Promise<ValuedAccount | undefined>;
  /** Stores new tiers and stages, but no tier that was set by hand meanwhile. Answers the accounts that changed. */
  abstract apply(
    revaluations: readonly Revaluation[],
    by: { readonly actor: string; readonly reason?: string },
    now: Date,
  ): Promise<readonly Account[]>;
}
