import { strikesOf } from '../../document/exits';
import type { FlowNode } from '../../document/flow-document';
import type { FlowText } from '../../text/flow-text';
import type { Turn } from '../turn';
import { type Question, right } from './question';

type Asking = Pick<Question, 'prompt' | 'human' | 'tries' | 'keyWaitMs' | 'strikeOut'>;

/** What all questions of a node have in common; the flow's settings where the node has none of its own. */
export function asking(turn: Turn, node: FlowNode, prompt: string): Asking {
  const { settings } = turn.flow.document;
  const own = 'tries' in node ? node : undefined;
  const keyWait = 'keyWaitSeconds' in node ? node.keyWaitSeconds : undefined;
  return {
    prompt: promptAt(turn, prompt),
    human: true,
    tries: own?.tries ?? settings.tries,
    keyWaitMs: (keyWait ?? settings.keyWaitSeconds) * 1000,
    strikeOut: () => right(strikesOf(node, turn.flow.document) ?? turn.hangUp()),
  };
}

export function promptAt(turn: Turn, prompt: string): readonly FlowText[] {
  return turn.flow.prompts[turn.state.node]?.[prompt] ?? [];
}
