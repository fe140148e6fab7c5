import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';

/** How many staff members a group leader leads (§1, C25): outside of it there is a warning, never a refusal. */
export interface StaffGroupsPolicy {
  readonly fewest: number;
  readonly most: number;
}

export const STANDARD_STAFF_GROUPS_POLICY: StaffGroupsPolicy = { fewest: 12, most: 14 };

/** A policy out of JSON, with every problem named by its path. */
export function parseStaffGroupsPolicy(
  document: unknown,
): Result<StaffGroupsPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const fewest = reader.integer('fewest', 1, 1000);
  const policy: StaffGroupsPolicy = { fewest, most: reader.integer('most', Math.max(fewest, 1), 1000) };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}
