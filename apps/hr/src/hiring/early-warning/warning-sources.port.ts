import type { WarningFact } from '@switchyard/domain';

export type KnownFacts = Partial<Record<WarningFact, number>>;

/** What other features know of people over some months; what they do not know stays out. */
export abstract class WarningSources {
  /** By staff number. @param months 'YYYY-MM', the latest last */
  abstract of(
    staffNumbers: readonly string[],
    months: readonly string[],
  ): Promise<ReadonlyMap<string, KnownFacts>>;
}
