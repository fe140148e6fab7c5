import type { StaffGroupsPolicy } from './staff-groups-policy';

export interface GroupSize {
  readonly members: number;
  readonly leaderNumber?: string;
}

export type GroupWarning = 'too-few' | 'too-many' | 'no-leader';

/**
 * What is worth knowing of a group: outside 12–14 by policy, or without a leader (§1, C25). Nothing is refused for it.
 * An empty group is none yet.
 */
export function groupWarnings(
  { members, leaderNumber }: GroupSize,
  policy: StaffGroupsPolicy,
): GroupWarning[] {
  if (members === 0) return [];
  return [
    ...(members < policy.fewest ? (['too-few'] as const) : []),
    ...(members > policy.most ? (['too-many'] as const) : []),
    ...(leaderNumber === undefined ? (['no-leader'] as const) : []),
  ];
}
