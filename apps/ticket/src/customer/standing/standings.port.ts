import type { ListFlag, StandingField, TierSource, ValueTier } from '@switchyard/contracts';
import type { Account } from '../accounts.port';

export interface StandingByHand {
  readonly valueTier?: ValueTier;
  readonly valueTierUntil?: Date;
  readonly listFlag?: ListFlag;
  readonly important?: boolean;
}

export interface StandingChangeRow {
  readonly accountNo: string;
  readonly at: Date;
  readonly field: StandingField;
  readonly before?: string;
  readonly after: string;
  readonly source: TierSource;
  readonly actor: string;
  readonly reason?: string;
  readonly evidence?: Record<string, unknown>;
}

export interface StandingFilter {
  readonly accountNo?: string;
  readonly field?: StandingField;
  readonly source?: TierSource;
  readonly from?: Date;
  readonly to?: Date;
}

export interface StandingChanges {
  readonly items: readonly StandingChangeRow[];
  readonly nextCursor?: string;
}

/** The three fields of a customer's standing (C29), by hand; changes run in a transaction. */
export abstract class Standings {
  /** The account after it; undefined when there is none. */
  abstract set(
    accountNo: string,
    standing: StandingByHand,
    by: { readonly actor: string; readonly reason: string },
    now: Date,
  ): Promise<Account | undefined>;
  /** Lets the policy reckon the tier again. False when there is none that is held. */
  abstract release(accountNo: string, now: Date): Promise<boolean>;
  /** The latest first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract changes(filter: StandingFilter, limit: number, cursor?: string): Promise<StandingChanges>;
}
