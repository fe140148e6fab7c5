import type { ClockPolicyView } from '@switchyard/contracts';
import { STANDARD_CLOCK_POLICIES } from '@switchyard/domain';
import type { SetPolicyVersion } from './clock-policies.port';

/** What holds before the first version that somebody set. */
export const STANDARD_VERSIONS: readonly SetPolicyVersion[] = STANDARD_CLOCK_POLICIES.map((policy) => ({
  policy,
  version: 1,
  validFrom: new Date(0),
  setBy: 'system:ticket',
  reason: 'rules.md §3, §13a, §22',
}));

export function toPolicyView({
  policy,
  version,
  validFrom,
  setBy,
  reason,
}: SetPolicyVersion): ClockPolicyView {
  return {
    policyId: policy.id,
    version,
    validFrom: validFrom.toISOString(),
    document: { ...policy },
    setBy,
    reason,
  };
}
