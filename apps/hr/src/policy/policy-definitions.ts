import type { HrPolicyName } from '@switchyard/contracts';
import { parseStaffGroupsPolicy, STANDARD_STAFF_GROUPS_POLICY } from '@switchyard/domain';
import { definePolicy } from '@switchyard/platform';

/** Every policy of the people side that an operator may set: the one place to add another. */
export const POLICY_DEFINITIONS = {
  'staff-groups': definePolicy(parseStaffGroupsPolicy, STANDARD_STAFF_GROUPS_POLICY),
} as const satisfies Readonly<Record<HrPolicyName, unknown>>;

export type PolicyOf<Name extends HrPolicyName> = (typeof POLICY_DEFINITIONS)[Name]['standard'];
