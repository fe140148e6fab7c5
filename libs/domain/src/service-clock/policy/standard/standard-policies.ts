import type { ClockPolicy, ClockPolicyVersion } from '../clock-policy';
import { ANSWER_LIMITS } from './answer-limits';
import { FIELD_LIMITS } from './field-limits';
import { NOTICE_LIMITS } from './notice-limits';
import { SUPPLY_LIMITS } from './supply-limits';

/**
 * The limits of §3 that are clocks, with the documents' values; L31–L33 are none (§13a). They hold until an operator
 * sets another version.
 */
export const STANDARD_CLOCK_POLICIES: readonly ClockPolicy[] = [
  ...FIELD_LIMITS,
  ...ANSWER_LIMITS,
  ...SUPPLY_LIMITS,
  ...NOTICE_LIMITS,
].sort((one, other) => (one.id < other.id ? -1 : 1));

export const STANDARD_CLOCK_POLICY_VERSIONS: readonly ClockPolicyVersion[] = STANDARD_CLOCK_POLICIES.map(
  (policy) => ({ ...policy, version: 1, validFrom: new Date(0) }),
);
