import { normaliseChinesePhone } from '../../../shared';
import type { OfferCallBackNode } from '../../document/flow-document';
import type { Turn } from '../turn';
import { asking } from './asking';
import { type Question, right, stage, type Verdict, WRONG } from './question';

const NUMBER_DIGITS = 20;

/** Asks whether, and to which number: `offer`, then `number` where it is not the caller's own. */
export function callBackQuestion(turn: Turn, node: OfferCallBackNode): Question {
  const { from } = turn.state.facts;
  if (turn.state.stage === 'number')
    return {
      ...asking(turn, node, 'askNumber'),
      maxDigits: NUMBER_DIGITS,
      accept: (entry) => {
        const phone = normaliseChinesePhone(entry);
        return phone.ok ? accepted(turn, node, phone.e164) : WRONG;
      },
    };
  return {
    ...asking(turn, node, from === undefined ? 'offerWithheld' : 'offer'),
    maxDigits: 1,
    accept: (key) => {
      if (key === '1' && from !== undefined) return accepted(turn, node, from);
      if (key === '2') return stage('number', true);
      return key === '3' ? right(node.declined) : WRONG;
    },
  };
}

function accepted(turn: Turn, node: OfferCallBackNode, phone: string): Verdict {
  turn.state.values = { ...turn.state.values, [node.into]: phone };
  return right(node.accepted);
}
