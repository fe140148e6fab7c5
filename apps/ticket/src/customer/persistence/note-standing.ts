import type { TierSource } from '@switchyard/contracts';
import type { UnitOfWork } from '@switchyard/platform';

/** Who changes the standing of accounts in this transaction, and why. */
export interface StandingNote {
  readonly source: TierSource;
  readonly actor: string;
  readonly reason?: string;
}

/**
 * Says so to Postgres, whose trigger keeps every change of a tier, list, importance or stage, whoever writes the
 * account. Holds until the transaction ends.
 */
export async function noteStanding(work: UnitOfWork, note: StandingNote): Promise<void> {
  await work.query(`select set_config('ticket.standing', $1, true)`, [JSON.stringify(note)]);
}

/** Whether the tier of account `a` was set by hand and still holds at an instant, which is the parameter. */
export const HELD = (at: string): string =>
  `(a.value_tier_source = 'manual' and (a.value_tier_until is null or a.value_tier_until > ${at}))`;
