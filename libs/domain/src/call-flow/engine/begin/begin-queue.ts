import { queueAt } from '../../document/call-flow';
import type { QueueNode } from '../../document/flow-document';
import type { QueueLeaving } from '../../document/vocabulary';
import { LIMITS } from '../limits';
import { standingOf } from '../standing';
import type { Onward, Turn } from '../turn';

export function beginQueue(turn: Turn, { queue, maxWaitSeconds }: QueueNode): Onward {
  const { language, anonymous } = turn.state;
  turn.key({ ahead: '', entry: '' });
  return turn.wait('queue-entry', LIMITS.queueEntryMs, (step) => ({
    type: 'enqueue',
    step,
    queue,
    language,
    maxWaitSeconds,
    ...standingOf(turn.state),
    anonymous,
  }));
}

/** By the present queue node; for a call that the PBX queued without us by the nearest there is. */
export function queueLeft(turn: Turn, reason: QueueLeaving): Onward {
  turn.stopPlayback();
  turn.key({ ahead: '', entry: '' });
  const here = turn.state.waits === 'answer' ? undefined : turn.state.node;
  const node = queueAt(turn.flow, here) ?? queueAt(turn.flow, turn.flow.nearestQueue);
  return node ? node.left[reason] : turn.hangUp();
}
