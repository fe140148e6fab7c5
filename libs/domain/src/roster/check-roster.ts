import { coverFaults } from './check-cover';
import { fairnessFaults } from './check-fairness';
import { personFaults } from './check-person';
import type { RosterFacts } from './roster-facts';
import type { RosterPolicy } from './roster-policy';
import { type Fault, PERSON_CODES, type Violation } from './violation';
import { violationTexts } from './violation-texts';

/** Everything that a roster violates (§8), explained; the hard first, then by day. Proposals go through the very same. */
export function checkRoster(facts: RosterFacts): Violation[] {
  const faults = [...personFaults(facts), ...coverFaults(facts), ...fairnessFaults(facts)];
  return faults.map((fault) => explained(fault, facts.policy)).sort(bySeverityAndDay);
}

function explained(fault: Fault, { refused }: RosterPolicy): Violation {
  const always: readonly string[] = PERSON_CODES;
  const refusing: readonly string[] = refused;
  const hard = always.includes(fault.code) || refusing.includes(fault.code);
  return { ...fault, severity: hard ? 'hard' : 'soft', ...violationTexts(fault) };
}

function bySeverityAndDay(one: Violation, other: Violation): number {
  if (one.severity !== other.severity) return one.severity === 'hard' ? -1 : 1;
  const key = ({ date, code, staffNumber, fromMinute }: Violation) =>
    [date ?? '9999', code, staffNumber ?? '', String(fromMinute ?? 0).padStart(4, '0')].join(' ');
  return key(one) < key(other) ? -1 : 1;
}
