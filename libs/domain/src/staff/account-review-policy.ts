import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';

/** How often accounts and what they may do are gone through (§1: periodic review of accounts; S0 八.2). */
export interface AccountReviewPolicy {
  /** Months between reviews. */
  readonly everyMonths: number;
  /** Days from its opening within which every account is to be decided on. */
  readonly dueDays: number;
}

/** The documents name no numbers: [ours]. */
export const STANDARD_ACCOUNT_REVIEW_POLICY: AccountReviewPolicy = { everyMonths: 6, dueDays: 14 };

/** A policy out of JSON, with every problem named by its path. */
export function parseAccountReviewPolicy(
  document: unknown,
): Result<AccountReviewPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const policy: AccountReviewPolicy = {
    everyMonths: reader.integer('everyMonths', 1, 60),
    dueDays: reader.integer('dueDays', 1, 90),
  };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}
