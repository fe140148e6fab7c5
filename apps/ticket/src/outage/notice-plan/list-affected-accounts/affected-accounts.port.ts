import type { AffectedAccount } from '@switchyard/contracts';

export abstract class AffectedAccounts {
  /** Accounts of the areas, important customers first, then by number; only those, or only others, where asked for. */
  abstract list(
    areaCodes: readonly string[],
    important: boolean | undefined,
    limit: number,
    cursor?: string,
  ): Promise<{ readonly items: readonly AffectedAccount[]; readonly nextCursor?: string }>;
}
