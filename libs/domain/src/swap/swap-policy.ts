import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';

/** How shifts may be swapped (替换班, L348). */
export interface SwapPolicy {
  /** Shifts that one person may give away in a month of the roster, pairs not counted. */
  readonly shiftsPerMonth: number;
  /** How often a year two consecutive shifts may be given away together, and so many months ahead. */
  readonly pairsPerYear: number;
  readonly pairNoticeMonths: number;
  /** A shift is worked in return within so many months of the one that was given away. */
  readonly repayWithinMonths: number;
  /** Who owes a shift is reminded so many days before that. */
  readonly remindDaysBefore: number;
}

/** With the rest between two shifts, which is the roster's rule. */
export interface SwapLimits extends SwapPolicy {
  readonly restMinutes: number;
}

/** L348; when to remind is [ours]. */
export const STANDARD_SWAP_POLICY: SwapPolicy = {
  shiftsPerMonth: 1,
  pairsPerYear: 2,
  pairNoticeMonths: 1,
  repayWithinMonths: 1,
  remindDaysBefore: 7,
};

/** A policy out of JSON, with every problem named by its path. */
export function parseSwapPolicy(document: unknown): Result<SwapPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const policy: SwapPolicy = {
    shiftsPerMonth: reader.integer('shiftsPerMonth', 0, 31),
    pairsPerYear: reader.integer('pairsPerYear', 0, 366),
    pairNoticeMonths: reader.integer('pairNoticeMonths', 0, 12),
    repayWithinMonths: reader.integer('repayWithinMonths', 1, 12),
    remindDaysBefore: reader.integer('remindDaysBefore', 0, 31),
  };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}
