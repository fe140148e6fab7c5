import type { Outcome } from './vocabulary';

/** What to expect of a call. The first three and the retried rest sum to 1 over counted attempts. */
export interface OutcomeShares {
  readonly delivered: number;
  readonly invalid: number;
  readonly optedOut: number;
  /** Failures on our side, as a part of all calls placed, 0 to below 1. */
  readonly technical: number;
}

/** Where there is no history yet [ours]. */
export const DEFAULT_SHARES: OutcomeShares = {
  delivered: 0.55,
  invalid: 0.02,
  optedOut: 0.01,
  technical: 0.02,
};

/** Fewer attempts than this say little. */
const ENOUGH_ATTEMPTS = 100;

/** Shares from past attempts by outcome; the default ones where there are too few. */
export function sharesFromHistory(attempts: Partial<Readonly<Record<Outcome, number>>>): OutcomeShares {
  const of = (...outcomes: Outcome[]) => outcomes.reduce((sum, outcome) => sum + (attempts[outcome] ?? 0), 0);
  const all = Object.values(attempts).reduce((sum, count) => sum + count, 0);
  const counted = all - of('technical');
  if (counted < ENOUGH_ATTEMPTS) return DEFAULT_SHARES;
  return {
    delivered: of('confirmed', 'heard', 'human-requested') / counted,
    invalid: of('invalid-number') / counted,
    optedOut: of('opted-out') / counted,
    // A trunk that failed throughout would make every forecast endless.
    technical: Math.min(0.9, of('technical') / all),
  };
}
