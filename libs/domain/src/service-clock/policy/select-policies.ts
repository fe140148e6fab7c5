import type { ClockPolicyVersion, ClockSubject } from './clock-policy';
import { type ClockEvent, type ClockFacts, conditionsHold, matchesAny } from './matches';

const CENTRE = 'centre';

export interface StartingClock {
  readonly policy: ClockPolicyVersion;
  readonly owner: string;
}

/**
 * The clocks that an event starts by the versions in force at its time: of each stage the policy with most conditions,
 * of equal ones the first by id.
 */
export function startedBy(
  event: ClockEvent,
  subject: ClockSubject,
  facts: ClockFacts,
  versions: readonly ClockPolicyVersion[],
): StartingClock[] {
  const byStage = new Map<string, StartingClock>();
  for (const policy of inForce(versions, event.at)) {
    if (policy.subject !== subject || !matchesAny(policy.start, event)) continue;
    const owner = ownerOf(policy, event);
    if (owner === undefined || !conditionsHold(policy.where, { ...facts, owner })) continue;
    const rival = byStage.get(policy.stage);
    if (!rival || goesFirst(policy, rival.policy)) byStage.set(policy.stage, { policy, owner });
  }
  return [...byStage.values()];
}

/** Of each policy the version that holds at an instant, retired ones left out. */
export function inForce(versions: readonly ClockPolicyVersion[], at: Date): ClockPolicyVersion[] {
  const latest = new Map<string, ClockPolicyVersion>();
  for (const version of versions) {
    const rival = latest.get(version.id);
    if (version.validFrom <= at && (!rival || rival.validFrom <= version.validFrom))
      latest.set(version.id, version);
  }
  return [...latest.values()].filter(({ active }) => active);
}

/** The department that the event names, else who has the matter in hand; the centre is none. */
function ownerOf({ owner }: ClockPolicyVersion, event: ClockEvent): string | undefined {
  if (owner !== 'department') return owner;
  const { department } = event.data;
  const named = typeof department === 'string' ? department : event.owner;
  return named === CENTRE ? undefined : named;
}

function goesFirst(policy: ClockPolicyVersion, rival: ClockPolicyVersion): boolean {
  const [own, others] = [Object.keys(policy.where).length, Object.keys(rival.where).length];
  return own > others || (own === others && policy.id < rival.id);
}
