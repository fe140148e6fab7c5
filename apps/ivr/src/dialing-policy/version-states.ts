import type { DialingPolicyVersionView } from '@switchyard/contracts';
import { type LocalDate, policyDocument, policyInForce } from '@switchyard/domain';
import type { PolicyVersion } from './policy-versions.port';

/**
 * One policy's versions as they are shown, the latest first. `versions` in the order in which they take each other's
 * place; `today` in China.
 */
export function showVersions(
  versions: readonly PolicyVersion[],
  today: LocalDate,
): DialingPolicyVersionView[] {
  const inForce = policyInForce(
    versions.map(({ policy }) => policy),
    today,
  );
  return versions.map((version) => showVersion(version, stateOf(version, inForce, today))).reverse();
}

function showVersion(
  { policy, setBy, setAt }: PolicyVersion,
  state: DialingPolicyVersionView['state'],
): DialingPolicyVersionView {
  return {
    name: policy.id,
    validFrom: policy.validFrom,
    state,
    document: policyDocument(policy),
    setBy,
    setAt: setAt?.toISOString(),
  };
}

function stateOf(
  { policy }: PolicyVersion,
  inForce: PolicyVersion['policy'] | undefined,
  today: LocalDate,
): DialingPolicyVersionView['state'] {
  if (policy === inForce) return 'in-force';
  return policy.validFrom > today ? 'to-come' : 'past';
}
