import { ok, refused, type Result } from '../shared';

/** Where a handover stands. */
export const HANDOVER_STATES = ['draft', 'submitted', 'accepted', 'cancelled'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

export type HandoverAction = 'note' | 'submit' | 'send-back' | 'accept' | 'cancel';

export interface HandoverParties {
  readonly state: HandoverState;
  /** Sign-in account (name) of the leader who leaves. */
  readonly outgoing: string;
  /** Sign-in account (name) of the leader who takes over. */
  readonly relief: string;
}

export type HandoverRefusal = 'not-in-state' | 'not-outgoing' | 'not-relief';

interface Rule {
  readonly from: readonly HandoverState[];
  readonly to?: HandoverState;
  readonly by: 'outgoing' | 'relief' | 'both';
}

const RULES: Readonly<Record<HandoverAction, Rule>> = {
  note: { from: ['draft', 'submitted'], by: 'both' },
  submit: { from: ['draft'], to: 'submitted', by: 'outgoing' },
  'send-back': { from: ['submitted'], to: 'draft', by: 'relief' },
  accept: { from: ['submitted'], to: 'accepted', by: 'relief' },
  cancel: { from: ['draft', 'submitted'], to: 'cancelled', by: 'outgoing' },
};

/**
 * The state after an action, or why not: the outgoing leader writes and submits, the relief accepts or sends back
 * (§7, 22(3)(5)(6)).
 */
export function moveHandover(
  { state, outgoing, relief }: HandoverParties,
  action: HandoverAction,
  actor: string,
): Result<HandoverState, HandoverRefusal> {
  const { from, to, by } = RULES[action];
  if (by === 'outgoing' && actor !== outgoing) return refused('not-outgoing');
  if (by === 'relief' && actor !== relief) return refused('not-relief');
  if (by === 'both' && actor !== outgoing && actor !== relief) return refused('not-outgoing');
  return from.includes(state) ? ok(to ?? state) : refused('not-in-state');
}
