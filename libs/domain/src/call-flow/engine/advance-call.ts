import type { CallFlow } from '../document/call-flow';
import type { NodeName } from '../document/flow-document';
import { beginNode } from './begin/begin-node';
import { queueLeft } from './begin/begin-queue';
import type { FlowStep } from './flow-effect';
import type { FlowEvent } from './flow-event';
import type { FlowState, FlowWait } from './flow-state';
import { LIMITS } from './limits';
import { onAnswer, type Answer } from './react/on-answer';
import { onHangUp } from './react/on-hang-up';
import { onKey } from './react/on-key';
import { onPlaybackEnded } from './react/on-playback-ended';
import { onResume } from './react/on-resume';
import { onTimer } from './react/on-timer';
import { type Onward, Turn } from './turn';

/** What each answer answers. */
const AWAITED: Readonly<Record<Answer['type'] | 'playback-ended', FlowWait>> = {
  'playback-ended': 'playback',
  'look-up-result': 'look-up',
  'password-result': 'password',
  'work-order-opened': 'work-order',
  'work-order-failed': 'work-order',
  'recording-ended': 'recording',
  'caller-forgotten': 'forgetting',
  transferred: 'transfer',
  'transfer-failed': 'transfer',
};

/**
 * One event of a call (T1): the state after it, and what is to be done. Total: every event is accepted in every
 * state, stale and unexpected ones change nothing. A valid flow cannot go round without a key of the caller's; a
 * limit on nodes and prompts ends whatever goes round nevertheless, and whoever presses keys without end.
 * @throws RangeError for a state of another flow.
 */
export function advanceCall(flow: CallFlow, state: FlowState, event: FlowEvent): FlowStep {
  if (isStale(state, event)) return { state, effects: [] };
  const turn = new Turn(flow, state);
  let onward = react(turn, event);
  while (onward !== undefined) onward = enter(turn, onward);
  if (turn.state.visits > LIMITS.visits && isInHand(turn.state)) turn.hangUp();
  return turn.done();
}

function react(turn: Turn, event: FlowEvent): Onward {
  const { state } = turn;
  switch (event.type) {
    case 'answered':
      return state.waits === 'answer' ? state.node : undefined;
    case 'caller-known':
      if (state.accounts === undefined && !state.anonymous) state.accounts = event.accounts;
      return state.waits === 'caller' ? beginNode(turn) : undefined;
    case 'key':
      return onKey(turn, event.key);
    case 'playback-ended':
      return onPlaybackEnded(turn, event.completed);
    case 'timer':
      return onTimer(turn);
    case 'queue-entered':
      state.waits = 'queue';
      state.volatile = undefined;
      turn.emit({ type: 'cancel-timer' });
      return undefined;
    case 'queue-left':
      return queueLeft(turn, event.reason);
    case 'hang-up':
      return onHangUp(turn);
    case 'resume':
      return onResume(turn);
    case 'look-up-result':
    case 'password-result':
    case 'work-order-opened':
    case 'work-order-failed':
    case 'recording-ended':
    case 'caller-forgotten':
    case 'transferred':
    case 'transfer-failed':
      return onAnswer(turn, event);
  }
}

function enter(turn: Turn, name: NodeName): Onward {
  const { state, flow } = turn;
  state.node = name;
  state.stage = '';
  state.strikes = 0;
  state.visits += 1;
  state.visitsSinceKey += 1;
  if (state.visitsSinceKey > flow.visitsWithoutKey) return state.gone ? turn.end() : turn.hangUp();
  const { asks } = turn.node;
  if (asks !== undefined) turn.emit({ type: 'note', asked: asks });
  return beginNode(turn);
}

/** Events of an earlier step, answers to nothing, and whatever comes once the call is over or handed on. */
function isStale(state: FlowState, event: FlowEvent): boolean {
  if (state.waits === 'over') return true;
  if ('step' in event && event.step !== state.step) return true;
  if (event.type in AWAITED) return state.waits !== AWAITED[event.type as keyof typeof AWAITED];
  const isQueue = event.type === 'queue-entered' || event.type === 'queue-left';
  return isQueue && (state.waits === 'hang-up' || state.gone);
}

function isInHand({ waits }: FlowState): boolean {
  return waits !== 'over' && waits !== 'hang-up' && waits !== 'queue';
}
