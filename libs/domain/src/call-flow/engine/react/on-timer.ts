import { keysTimedOut } from '../ask/ask';
import { beginNode } from '../begin/begin-node';
import { queueLeft } from '../begin/begin-queue';
import { recordingEnded } from '../begin/begin-record';
import type { Onward, Turn } from '../turn';
import { goOnUnheard } from './on-playback-ended';

/** Whatever was waited for did not come in time. */
export function onTimer(turn: Turn): Onward {
  const { node, state } = turn;
  switch (state.waits) {
    case 'caller':
      return beginNode(turn);
    case 'playback':
      turn.stopPlayback();
      return goOnUnheard(turn);
    case 'broken':
      return goOnUnheard(turn);
    case 'keys':
      return keysTimedOut(turn);
    case 'look-up':
    case 'password':
      return node.kind === 'look-up' || node.kind === 'identify' ? node.unavailable : undefined;
    case 'work-order':
    case 'forgetting':
    case 'transfer':
      return 'failed' in node ? node.failed : undefined;
    case 'recording':
      turn.emit({ type: 'stop-recording', step: state.step, keep: false });
      return node.kind === 'record-message'
        ? recordingEnded(turn, node, { seconds: 0, failed: true })
        : undefined;
    case 'queue-entry':
      return queueLeft(turn, 'unavailable');
    case 'answer':
      // The order to answer is lost: the PBX answers by itself whom it puts into a queue.
      return turn.flow.document.human;
    case 'hang-up':
      return turn.end();
    case 'queue':
    case 'over':
      return undefined;
  }
}
