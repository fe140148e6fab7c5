import { ok, refused, type Result } from '../shared';
import {
  AWAY_BY_ITSELF,
  type AgentAction,
  type AgentActionRefusal,
  type AgentState,
  hasCallInHand,
} from './agent-state';

/**
 * The state after somebody's action at `at` (milliseconds). An action that changes nothing answers the state as it was,
 * the same object. While a call is in hand `away` and `force-sign-out` take effect after it; forced a second time, at
 * once: the PBX that has the call may never come back to tell of its end.
 */
export function actOnAgent(
  state: AgentState,
  action: AgentAction,
  at: number,
): Result<AgentState, AgentActionRefusal> {
  if (action.kind === 'sign-in') return ok(state.name === 'signed-out' ? signIn(at) : state);
  if (state.name === 'signed-out') return refused('not-signed-in');
  return hasCallInHand(state) ? actInCall(state, action, at) : actAtDesk(state, action, at);
}

function signIn(at: number): AgentState {
  return { name: 'away', since: at, reason: AWAY_BY_ITSELF.signedIn, missedRings: 0 };
}

type SignedInAction = Exclude<AgentAction, { kind: 'sign-in' }>;

function actInCall(
  state: AgentState,
  action: SignedInAction,
  at: number,
): Result<AgentState, AgentActionRefusal> {
  const { next, ...call } = state;
  switch (action.kind) {
    case 'ready':
      // What the shift leader ordered, the agent does not take back.
      return ok(next?.kind === 'away' ? call : state);
    case 'away':
      return ok(
        next?.kind === 'sign-out' ? state : { ...call, next: { kind: 'away', reason: action.reason } },
      );
    case 'force-sign-out':
      if (next?.kind === 'sign-out') return ok({ name: 'signed-out', since: at, missedRings: 0 });
      return ok({ ...call, next: { kind: 'sign-out', reason: action.reason } });
    case 'sign-out':
      return refused('call-in-hand');
    case 'finish-after-call-work':
      return refused('no-after-call-work');
  }
}

function actAtDesk(
  state: AgentState,
  action: SignedInAction,
  at: number,
): Result<AgentState, AgentActionRefusal> {
  switch (action.kind) {
    case 'ready':
      return ok(state.name === 'ready' ? state : { name: 'ready', since: at, missedRings: 0 });
    case 'away':
      if (state.name === 'away' && state.reason === action.reason) return ok(state);
      return ok({ name: 'away', since: at, reason: action.reason, missedRings: 0 });
    case 'finish-after-call-work':
      return state.name === 'after-call-work' ? ok(afterWork(state, at)) : refused('no-after-call-work');
    case 'sign-out':
    case 'force-sign-out':
      return ok({ name: 'signed-out', since: at, missedRings: 0 });
  }
}

/** Where after-call work leads: what was asked for during the call, else ready. */
export function afterWork({ next, missedRings }: AgentState, at: number): AgentState {
  switch (next?.kind) {
    case 'away':
      return { name: 'away', since: at, reason: next.reason, missedRings };
    case 'sign-out':
      return { name: 'signed-out', since: at, missedRings: 0 };
    case undefined:
      return { name: 'ready', since: at, missedRings };
  }
}
