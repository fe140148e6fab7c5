import { DocumentReader, type DocumentProblem, ok, refused, type Result } from '../shared';

/** How long what somebody was to know stays in the list, in days. The escalations themselves stay for ever. */
export interface NotificationPolicy {
  readonly keepReadDays: number;
  readonly keepUnreadDays: number;
}

/** A quarter once it was read, else a year [ours]. */
export const STANDARD_NOTIFICATION_POLICY: NotificationPolicy = { keepReadDays: 92, keepUnreadDays: 366 };

const TEN_YEARS = 3_660;

/** A policy out of JSON, with every problem named by its path. */
export function parseNotificationPolicy(
  document: unknown,
): Result<NotificationPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const policy: NotificationPolicy = {
    keepReadDays: reader.integer('keepReadDays', 1, TEN_YEARS),
    keepUnreadDays: reader.integer('keepUnreadDays', 1, TEN_YEARS),
  };
  if (policy.keepUnreadDays < policy.keepReadDays)
    reader.complain('keepUnreadDays', 'must not be shorter than keepReadDays');
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}
