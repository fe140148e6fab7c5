import type { HandoverPolicy } from './handover-policy';

export type LeaveReasonCode =
  'handover-missing' | 'handover-draft' | 'handover-not-accepted' | 'cases-in-hand';

export interface LeaveReason {
  readonly code: LeaveReasonCode;
  /** Whether it keeps the agent; one that does not is only told. */
  readonly blocks: boolean;
  /** How many cases, or 1. */
  readonly count: number;
}

/** What is known of somebody who wants to sign out. */
export interface LeavingFacts {
  /** Whether they lead the shift now. */
  readonly leads: boolean;
  /** Their handover that is under way. */
  readonly handover?: 'draft' | 'submitted';
  /** Cases that they have in hand: theirs, and not finished. */
  readonly casesInHand: number;
}

/**
 * What speaks against signing out (§7, 22(5): the outgoing leaves only after the incoming has taken over; §8: cases in
 * hand are done first). Whoever leads the shift hands it over first; others only finish what they began.
 */
export function reasonsToStay(
  { leads, handover, casesInHand }: LeavingFacts,
  policy: HandoverPolicy,
): LeaveReason[] {
  const reasons: LeaveReason[] = [];
  const keep = (code: LeaveReasonCode): void => void reasons.push({ code, blocks: true, count: 1 });
  if (handover === 'submitted') keep('handover-not-accepted');
  else if (handover === 'draft') keep('handover-draft');
  else if (leads) keep('handover-missing');
  if (casesInHand > 0) {
    reasons.push({ code: 'cases-in-hand', blocks: policy.casesInHand === 'refuse', count: casesInHand });
  }
  return reasons;
}
