import type { RecordMessageNode } from '../../document/flow-document';
import { strikesOf } from '../../document/exits';
import { promptAt } from '../ask/asking';
import type { FlowEvent } from '../flow-event';
import { LIMITS } from '../limits';
import type { Onward, Turn } from '../turn';

/** Says how, then records. What was typed ahead was not meant for this, but for `0`. */
export function beginRecord(turn: Turn, node: RecordMessageNode): Onward {
  const { ahead } = turn.keyed;
  turn.key({ ahead: '' });
  if (ahead.startsWith('0')) {
    turn.state.visitsSinceKey = 0;
    return turn.flow.document.human;
  }
  turn.state.stage = 'prompt';
  return turn.play(promptAt(turn, 'say')) ? undefined : record(turn, node);
}

export function record(turn: Turn, node: RecordMessageNode): Onward {
  const { maxSeconds, maxSilenceSeconds } = node;
  const ordinal = turn.state.recordings + 1;
  turn.state.recordings = ordinal;
  turn.state.stage = 'recording';
  return turn.wait('recording', maxSeconds * 1000 + LIMITS.recordingMs, (step) => ({
    type: 'record',
    step,
    ordinal,
    maxSeconds,
    maxSilenceSeconds,
  }));
}

/** While the prompt is said: `*` says it again, `0` asks for a human, any other begins at once. */
export function keyBeforeRecording(turn: Turn, node: RecordMessageNode, key: string): Onward {
  turn.stopPlayback();
  if (key === '0') return turn.flow.document.human;
  return key === '*' ? beginRecord(turn, node) : record(turn, node);
}

/** Any key ends the message; `*` throws it away and begins again, `0` throws it away and asks for a human. */
export function keyWhileRecording(turn: Turn, node: RecordMessageNode, key: string): Onward {
  if (turn.state.stage !== 'recording') return undefined;
  const { step } = turn.state;
  const keep = key !== '0' && key !== '*';
  turn.emit({ type: 'stop-recording', step, keep });
  if (key === '0') return turn.flow.document.human;
  if (key === '*') return beginRecord(turn, node);
  turn.state.stage = 'ending';
  turn.emit({ type: 'start-timer', step, ms: LIMITS.recordingEndMs });
  return undefined;
}

export function recordingEnded(
  turn: Turn,
  node: RecordMessageNode,
  event: Pick<Extract<FlowEvent, { type: 'recording-ended' }>, 'seconds' | 'failed'>,
): Onward {
  const { state } = turn;
  if (!event.failed && event.seconds >= node.minSeconds) {
    state.attached = [...state.attached, state.recordings];
    return node.recorded;
  }
  if (state.gone) return turn.end();
  state.strikes += 1;
  const tries = node.tries ?? turn.flow.document.settings.tries;
  if (state.strikes < tries) return beginRecord(turn, node);
  return strikesOf(node, turn.flow.document) ?? turn.hangUp();
}
