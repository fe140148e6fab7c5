import { DocumentReader, type DocumentProblem, ok, refused, type Result } from '../shared';

/** When wrong telephone passwords lock an account's telephone access (T1.4). */
export interface TelephoneAccessPolicy {
  /** The failure that reaches this number locks. */
  readonly maxFailures: number;
  readonly lockMinutes: number;
  /** Failures older than this do not count any more. */
  readonly forgetAfterMinutes: number;
}

/** Three failures (T1.4); half an hour, and a day until failures are forgotten [ours]. */
export const STANDARD_TELEPHONE_ACCESS_POLICY: TelephoneAccessPolicy = {
  maxFailures: 3,
  lockMinutes: 30,
  forgetAfterMinutes: 1440,
};

const WEEK = 10_080;

/** A policy out of JSON, with every problem named by its path. */
export function parseTelephoneAccessPolicy(
  document: unknown,
): Result<TelephoneAccessPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const policy: TelephoneAccessPolicy = {
    maxFailures: reader.integer('maxFailures', 1, 10),
    lockMinutes: reader.integer('lockMinutes', 1, WEEK),
    forgetAfterMinutes: reader.integer('forgetAfterMinutes', 1, WEEK),
  };
  if (policy.forgetAfterMinutes < policy.lockMinutes)
    reader.complain('forgetAfterMinutes', 'must not be shorter than lockMinutes');
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}
