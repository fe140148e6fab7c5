import { daysBetween, localDate, type LocalDate } from '../shared';
import type { PenaltyGroup, PenaltyPolicy } from './penalty-policy';

/** What is owed of one month. */
export interface LateAmount {
  /** Whole fen, at least 0. */
  readonly amountFen: number;
  /** The last day without penalty. */
  readonly dueDate: LocalDate;
}

export interface Penalty {
  /** Whole days since the due date; 0 on that day and before it. */
  readonly daysLate: number;
  /** Whole fen, half a fen rounded up. */
  readonly penaltyFen: number;
}

/**
 * Penalty to date (art. 18(2)): simple, for each day after the due date up to and including `on`; the days in the
 * year of the due date at one rate, those of later years at the other.
 */
export function penaltyOf(
  { amountFen, dueDate }: LateAmount,
  group: PenaltyGroup,
  policy: PenaltyPolicy,
  on: LocalDate,
): Penalty {
  const daysLate = Math.max(0, daysBetween(dueDate, on));
  if (daysLate === 0 || amountFen === 0) return { daysLate, penaltyFen: 0 };
  const yearEnd = localDate(`${dueDate.slice(0, 4)}-12-31`);
  const sameYear = Math.min(daysLate, daysBetween(dueDate, yearEnd));
  const rate = policy.perMillePerDay[group];
  const weighed =
    BigInt(sameYear) * hundredths(rate.sameYear) + BigInt(daysLate - sameYear) * hundredths(rate.laterYears);
  // Hundredths of a per mille: one part in 100,000. Sums of many years are beyond what a double holds exactly.
  const penaltyFen = Number((BigInt(amountFen) * weighed + 50_000n) / 100_000n);
  return { daysLate, penaltyFen: penaltyFen === 0 ? 0 : Math.max(penaltyFen, policy.minimumFen) };
}

const hundredths = (perMille: number): bigint => BigInt(Math.round(perMille * 100));
