import { afterWork } from './act-on-agent';
import type { AgentPolicy } from './agent-policy';
import { type AfterCall, AWAY_BY_ITSELF, type AgentQueueEvent, type AgentState } from './agent-state';

/**
 * The state after an event of the queue at `at` (milliseconds). Every event in every state leads somewhere; one that is
 * late or of another call leaves the state as it was, the same object. The PBX is right about its phones: an agent
 * whose phone rings against our order (the pause came too late) is ringing, and goes back to what it was afterwards.
 */
export function moveAgent(
  state: AgentState,
  event: AgentQueueEvent,
  at: number,
  policy: AgentPolicy,
): AgentState {
  switch (event.kind) {
    case 'called':
      return called(state, event, at);
    case 'connected':
      return connected(state, event, at);
    case 'ring-ended':
      if (state.name !== 'ringing' || state.callId !== event.callId) return state;
      return ringEnded(state, event.missed, at, policy);
    case 'completed':
      if (state.name !== 'talking' || state.callId !== event.callId) return state;
      return completed(state, at, policy);
    case 'after-call-work-over':
      if (state.name !== 'after-call-work' || state.callId !== event.callId) return state;
      return afterWork(state, at);
  }
}

/** When after-call work ends by itself, in milliseconds since the epoch; undefined when the agent has to say so. */
export function afterCallWorkEnds(state: AgentState, { afterCallWork }: AgentPolicy): number | undefined {
  if (state.name !== 'after-call-work' || afterCallWork.atLimit === 'stay') return undefined;
  return state.since + afterCallWork.limitSeconds * 1000;
}

type CallEvent = { readonly callId: string; readonly queue?: string };

function called(state: AgentState, event: CallEvent, at: number): AgentState {
  // A call that is talked or was just talked does not ring any more.
  if (state.name === 'talking' || state.callId === event.callId) return state;
  return inCall('ringing', state, event, at);
}

function connected(state: AgentState, event: CallEvent, at: number): AgentState {
  const same = state.callId === event.callId;
  if (same && (state.name === 'talking' || state.name === 'after-call-work')) return state;
  return { ...inCall('talking', state, event, at), missedRings: 0 };
}

function inCall(name: 'ringing' | 'talking', state: AgentState, event: CallEvent, at: number): AgentState {
  const next = backTo(state);
  const queue = event.queue ?? (state.callId === event.callId ? state.queue : undefined);
  return {
    name,
    since: at,
    callId: event.callId,
    ...(queue !== undefined && { queue }),
    missedRings: state.missedRings,
    ...(next !== undefined && { next }),
  };
}

function backTo(state: AgentState): AfterCall | undefined {
  switch (state.name) {
    case 'signed-out':
      return { kind: 'sign-out', reason: 'signed-out' };
    case 'away':
      return { kind: 'away', reason: state.reason ?? 'away' };
    case 'ready':
    case 'ringing':
    case 'talking':
    case 'after-call-work':
      return state.next;
  }
}

function ringEnded(state: AgentState, missed: boolean, at: number, policy: AgentPolicy): AgentState {
  const missedRings = missed ? state.missedRings + 1 : state.missedRings;
  if (state.next === undefined && missedRings >= policy.missedRingsUntilAway) {
    return { name: 'away', since: at, reason: AWAY_BY_ITSELF.noAnswer, missedRings: 0 };
  }
  return afterWork({ ...state, missedRings }, at);
}

function completed(state: AgentState, at: number, { afterCallWork }: AgentPolicy): AgentState {
  const nothingToDo = afterCallWork.atLimit === 'ready' && afterCallWork.limitSeconds === 0;
  if (nothingToDo || state.next?.kind === 'sign-out') return afterWork(state, at);
  return { ...state, name: 'after-call-work', since: at };
}
