import { LIMITS } from '../limits';
import type { Onward, Turn } from '../turn';

/** The caller has gone. A message that was being left, or a work order being opened, is still brought to its end. */
export function onHangUp(turn: Turn): Onward {
  const { state } = turn;
  switch (state.waits) {
    case 'recording':
      state.gone = true;
      turn.emit({ type: 'start-timer', step: state.step, ms: LIMITS.recordingEndMs });
      return undefined;
    case 'work-order':
    case 'forgetting':
      state.gone = true;
      return undefined;
    case 'answer':
    case 'caller':
    case 'playback':
    case 'keys':
    case 'broken':
    case 'look-up':
    case 'password':
    case 'queue-entry':
    case 'queue':
    case 'transfer':
    case 'hang-up':
      return turn.end();
    case 'over':
      return undefined;
  }
}
