import type { CustomerKind, LifeCycle, ListFlag, TierSource, ValueTier } from '@switchyard/contracts';

export type { CustomerKind };

/** What the billing system tells of an account. */
export interface AccountFacts {
  readonly accountNo: string;
  readonly name: string;
  readonly kind: CustomerKind;
  /** Bound numbers, E.164; a number may be bound to several accounts. */
  readonly phones: readonly string[];
  readonly address?: string;
  readonly areaCode?: string;
  /** YYYY-MM-DD. */
  readonly customerSince?: string;
  /** 0 to 100. */
  readonly creditScore?: number;
  /** Standing: three fields, none derived from another (C29). What is absent stays as it was. */
  readonly valueTier?: ValueTier;
  readonly listFlag?: ListFlag;
  readonly important?: boolean;
}

export interface Account extends AccountFacts {
  readonly valueTier: ValueTier;
  readonly listFlag: ListFlag;
  readonly important: boolean;
  readonly valueTierSource: TierSource;
  /** Until when one that was set by hand holds; absent: until it is released. */
  readonly valueTierUntil?: Date;
  /** Absent until it was reckoned. */
  readonly lifeCycle?: LifeCycle;
  readonly registeredAt: Date;
  readonly updatedAt: Date;
}

export interface AccountFilter {
  readonly phone?: string;
  /** Beginning of the name. */
  readonly name?: string;
  readonly kind?: CustomerKind;
  readonly areaCode?: string;
  readonly valueTier?: ValueTier;
  readonly listFlag?: ListFlag;
  readonly important?: boolean;
  readonly lifeCycle?: LifeCycle;
}

export interface AccountsPage {
  readonly items: readonly Account[];
  readonly nextCursor?: string;
}

export abstract class Accounts {
  /**
   * Stores the account; one that is there keeps its `registeredAt`, and a value tier that was set by hand and still
   * holds. Answers what is stored now. To be called in a transaction; `toldBy` is kept with changes of standing.
   */
  abstract put(facts: AccountFacts, now: Date, toldBy?: string): Promise<Account>;
  abstract find(accountNo: string): Promise<Account | undefined>;
  /** Accounts to which a number (E.164) is bound, by account number. */
  abstract boundTo(phone: string, limit: number): Promise<readonly Account[]>;
  /** By account number. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(filter: AccountFilter, limit: number, cursor?: string): Promise<AccountsPage>;
}
