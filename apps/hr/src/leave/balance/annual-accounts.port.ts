import type { AnnualUse } from '@switchyard/domain';

/** By staff number and year. */
export type ByYear<T> = ReadonlyMap<string, ReadonlyMap<number, T>>;

/** Annual leave (公休) of people: what HR set, and what was used. */
export abstract class AnnualAccounts {
  /** Half days, approved and asked for. */
  abstract use(staffNumbers: readonly string[]): Promise<ByYear<AnnualUse>>;
  /** Days that HR set, the newest setting of each year. */
  abstract entitlements(staffNumbers: readonly string[]): Promise<ByYear<number>>;
  abstract setEntitlement(
    entitlement: {
      readonly staffNumber: string;
      readonly year: number;
      readonly days: number;
      readonly reason: string;
    },
    at: Date,
    by: string,
  ): Promise<void>;
}
