import { ask } from '../ask/ask';
import { beginNode } from '../begin/begin-node';
import { beginWorkOrder } from '../begin/begin-work-order';
import { STEPS_PER_RESUME } from '../limits';
import { awaitAnswer } from '../start-call';
import type { Onward, Turn } from '../turn';

/** Another process goes on (T3.3): what was being said or asked is said or asked again; what was keyed is gone. */
export function onResume(turn: Turn): Onward {
  const { state, node } = turn;
  const { waits } = state;
  if (waits === 'over' || waits === 'queue') return undefined;
  state.step += STEPS_PER_RESUME;
  state.visits += 1;
  state.volatile = undefined;
  if (waits === 'answer') return awaitAnswer(turn);
  if (waits === 'hang-up') return turn.hangUp();
  if (state.accounts === undefined && !state.anonymous && state.facts.from !== undefined)
    turn.emit({ type: 'find-caller', phone: state.facts.from });
  // No answer to the dead process's order will come.
  state.waits = 'broken';
  if (node.kind === 'open-work-order') return beginWorkOrder(turn, node, true);
  if (node.kind === 'survey' || node.kind === 'offer-call-back') return ask(turn);
  state.stage = '';
  return beginNode(turn);
}
