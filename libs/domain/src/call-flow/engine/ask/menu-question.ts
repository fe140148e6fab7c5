import type { MenuNode } from '../../document/flow-document';
import type { Turn } from '../turn';
import { asking } from './asking';
import { type Question, right, WRONG } from './question';

export function menuQuestion(turn: Turn, node: MenuNode): Question {
  const common = asking(turn, node, 'say');
  return {
    ...common,
    maxDigits: 1,
    repeat: node.repeat,
    human: !node.choices.some(({ key }) => key === '0'),
    accept: (key) => {
      const choice = node.choices.find((one) => one.key === key);
      if (!choice) return WRONG;
      if (choice.asks !== undefined) turn.emit({ type: 'note', asked: choice.asks });
      if (choice.set) turn.state.values = { ...turn.state.values, ...choice.set };
      return right(choice.next);
    },
  };
}
