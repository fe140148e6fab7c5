export type CustomerKind = 'resident' | 'organisation' | 'sole-trader';

/** A customer account as the billing system told it. */
export interface Account {
  readonly accountNo: string;
  readonly name: string;
  readonly kind: CustomerKind;
  /** Bound numbers, E.164. */
  readonly phones: readonly string[];
  readonly registeredAt: Date;
  readonly updatedAt: Date;
}

export abstract class Accounts {
  /** Stores the account; one that is there keeps its `registeredAt`. Answers what is stored now. */
  abstract put(account: Account): Promise<Account>;
  abstract find(accountNo: string): Promise<Account | undefined>;
}
