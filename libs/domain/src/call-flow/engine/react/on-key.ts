import { feed } from '../ask/ask';
import { keyWhileSaying } from '../begin/begin-say';
import { keyBeforeRecording, keyWhileRecording } from '../begin/begin-record';
import type { Onward, Turn } from '../turn';

const KEYS = /^[0-9*#]$/;

/** A key is used where one is asked for, whatever is being said; elsewhere it is kept for the next question. */
export function onKey(turn: Turn, key: string): Onward {
  const { state, node } = turn;
  if (!KEYS.test(key) || state.gone) return undefined;
  state.visitsSinceKey = 0;
  switch (state.waits) {
    case 'playback':
      if (node.kind === 'say') return keyWhileSaying(turn, node, key);
      if (node.kind === 'record-message') return keyBeforeRecording(turn, node, key);
      turn.stopPlayback();
      state.waits = 'keys';
      return feed(turn, key);
    case 'keys':
      return feed(turn, key);
    case 'recording':
      return node.kind === 'record-message' ? keyWhileRecording(turn, node, key) : undefined;
    case 'answer':
    case 'caller':
    case 'broken':
    case 'look-up':
    case 'password':
    case 'work-order':
    case 'forgetting':
      turn.typeAhead(key);
      return undefined;
    case 'queue-entry':
    case 'queue':
    case 'transfer':
    case 'hang-up':
    case 'over':
      return undefined;
  }
}
