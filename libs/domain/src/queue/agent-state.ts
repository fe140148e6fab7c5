import type { AgentStateName } from './vocabulary';

/** Where an agent is (T4.2). Times are milliseconds since the epoch. */
export interface AgentState {
  readonly name: AgentStateName;
  readonly since: number;
  /** Of `away`: one of the reasons that are data, or one of AWAY_BY_ITSELF. */
  readonly reason?: string;
  /** The call that rings, is talked or was talked, and the queue it came from. */
  readonly callId?: string;
  readonly queue?: string;
  /** Calls in a row that rang without an answer. */
  readonly missedRings: number;
  /** What follows once the call in hand is over. */
  readonly next?: AfterCall;
}

export type AfterCall =
  { readonly kind: 'away'; readonly reason: string } | { readonly kind: 'sign-out'; readonly reason: string };

/** Reasons for being away that the system gives by itself. */
export const AWAY_BY_ITSELF = {
  /** Signed in, and not ready yet. */
  signedIn: 'signed-in',
  /** Too many calls in a row rang without an answer. */
  noAnswer: 'no-answer',
} as const;

/** What an agent or the shift leader does. */
export type AgentAction =
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'away'; readonly reason: string }
  | { readonly kind: 'finish-after-call-work' }
  /** The relief rule is asked before (`maySignOut`). */
  | { readonly kind: 'sign-out' }
  | { readonly kind: 'force-sign-out'; readonly reason: string };

/** What the queue does to an agent. */
export type AgentQueueEvent =
  | { readonly kind: 'called'; readonly callId: string; readonly queue?: string }
  | { readonly kind: 'connected'; readonly callId: string; readonly queue?: string }
  /** The phone stopped ringing: `missed` when the agent let it ring, else the caller left or another agent answered. */
  | { readonly kind: 'ring-ended'; readonly callId: string; readonly missed: boolean }
  | { readonly kind: 'completed'; readonly callId: string }
  | { readonly kind: 'after-call-work-over'; readonly callId?: string };

export type AgentActionRefusal = 'not-signed-in' | 'call-in-hand' | 'no-after-call-work';

export const SIGNED_OUT: AgentState = { name: 'signed-out', since: 0, missedRings: 0 };

/** Whether a call rings or is talked. */
export function hasCallInHand({ name }: AgentState): boolean {
  return name === 'ringing' || name === 'talking';
}

/** How a PBX is to see the agent: in its queues or not, and offered calls or not. */
export interface QueueMembership {
  readonly member: boolean;
  readonly paused: boolean;
  /** Why it is paused; empty when it is not. */
  readonly reason: string;
}

/**
 * An agent who talks is not paused: its phone is in use, and should this process be away when the call ends, the PBX
 * must go on giving calls by itself.
 */
export function membershipOf(state: AgentState): QueueMembership {
  switch (state.name) {
    case 'signed-out':
      return { member: false, paused: true, reason: 'signed-out' };
    case 'away':
      return { member: true, paused: true, reason: state.reason ?? 'away' };
    case 'after-call-work':
      return { member: true, paused: true, reason: 'after-call-work' };
    case 'ready':
    case 'ringing':
    case 'talking':
      return membershipInCall(state.next);
  }
}

/** Who is to sign out after the call stays a member until then: so the PBX still tells of its phone. */
function membershipInCall(next: AfterCall | undefined): QueueMembership {
  if (next === undefined) return { member: true, paused: false, reason: '' };
  return { member: true, paused: true, reason: next.kind === 'away' ? next.reason : 'signed-out' };
}
