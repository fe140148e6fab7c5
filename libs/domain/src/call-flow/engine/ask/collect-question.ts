import type { CollectNode } from '../../document/flow-document';
import type { Turn } from '../turn';
import { asking } from './asking';
import { type Question, right, WRONG } from './question';

export function collectQuestion(turn: Turn, node: CollectNode): Question {
  return {
    ...asking(turn, node, 'say'),
    maxDigits: node.maxDigits,
    accept: (entry) => {
      if (entry.length < node.minDigits) return WRONG;
      turn.state.values = { ...turn.state.values, [node.into]: entry };
      return right(node.next);
    },
  };
}
