import { FOLLOWED_KINDS, type FollowedKind, type FollowUpPolicy } from './follow-up-policy';
import { lotOf } from '../shared';

/**
 * Why a customer is called: to tell the decision (L18), or to ask how it was done (L19, L20, §4). One call may
 * satisfy both: they stay two records with two results (C4).
 */
export const FOLLOW_UP_PURPOSES = ['decision-reply', 'call-back'] as const;
export type FollowUpPurpose = (typeof FOLLOW_UP_PURPOSES)[number];

interface FollowUpRule {
  /** Kind of event in the work order's history. */
  readonly after: string;
  readonly purpose: FollowUpPurpose;
  /** `fault`: a sample of the calls of one fault; `each`: every work order, unless the policy says fewer. */
  readonly basis: 'each' | 'fault';
}

const TOLD_AND_ASKED: readonly FollowUpRule[] = [
  { after: 'decided', purpose: 'decision-reply', basis: 'each' },
  { after: 'closed', purpose: 'call-back', basis: 'each' },
];
const ASKED: readonly FollowUpRule[] = [{ after: 'closed', purpose: 'call-back', basis: 'each' }];

const RULES: Readonly<Record<FollowedKind, readonly FollowUpRule[]>> = {
  fault: [{ after: 'restored', purpose: 'call-back', basis: 'fault' }],
  complaint: TOLD_AND_ASKED,
  'misconduct-report': TOLD_AND_ASKED,
  query: ASKED,
  consultation: ASKED,
  application: ASKED,
};

export const isFollowedKind = (kind: string): kind is FollowedKind =>
  (FOLLOWED_KINDS as readonly string[]).includes(kind);

/** What an event of a work order's history asks for, if anything. */
export function followUpAfter(kind: string, eventType: string): FollowUpRule | undefined {
  return isFollowedKind(kind) ? RULES[kind].find(({ after }) => after === eventType) : undefined;
}

/** Whether this one of the kind is followed up: all of them at 100 %, else drawn by its number. */
export function isFollowedUp(kind: FollowedKind, number: string, policy: FollowUpPolicy): boolean {
  const percent = policy.sharePercent[kind];
  return percent >= 100 || lotOf(kind, number) * 100 < percent;
}

/** What becomes of the case when the customer is not satisfied. */
export const DISSATISFIED_ACTIONS = ['reopen', 'open-complaint'] as const;
export type DissatisfiedAction = (typeof DISSATISFIED_ACTIONS)[number];

/**
 * A fault that was repaired, or a question that was answered, is a matter of its own: whoever is dissatisfied with how
 * it went complains. The other kinds are not done and go on.
 */
export function afterDissatisfaction(kind: FollowedKind): DissatisfiedAction {
  switch (kind) {
    case 'fault':
    case 'consultation':
      return 'open-complaint';
    case 'complaint':
    case 'misconduct-report':
    case 'query':
    case 'application':
      return 'reopen';
  }
}

/** What a point of the scale from 1 to 5 says. */
export function judgementOf(
  satisfaction: number,
  policy: FollowUpPolicy,
): 'satisfied' | 'neutral' | 'dissatisfied' {
  if (satisfaction >= policy.satisfiedFrom) return 'satisfied';
  return satisfaction <= policy.dissatisfiedAtMost ? 'dissatisfied' : 'neutral';
}
