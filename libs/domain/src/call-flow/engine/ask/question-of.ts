import type { Turn } from '../turn';
import { collectQuestion } from './collect-question';
import { identifyQuestion } from './identify-questions';
import { menuQuestion } from './menu-question';
import { callBackQuestion } from './call-back-questions';
import type { Question } from './question';
import { surveyQuestion } from './survey-question';

/** What the present node asks in its present stage; undefined for nodes that ask nothing. */
export function questionOf(turn: Turn): Question | undefined {
  const { node } = turn;
  switch (node.kind) {
    case 'menu':
      return menuQuestion(turn, node);
    case 'collect':
      return collectQuestion(turn, node);
    case 'identify':
      return identifyQuestion(turn, node);
    case 'offer-call-back':
      return callBackQuestion(turn, node);
    case 'survey':
      return surveyQuestion(turn, node);
    case 'say':
    case 'record-message':
    case 'look-up':
    case 'open-work-order':
    case 'queue':
    case 'transfer':
    case 'branch':
    case 'set-language':
    case 'forget-caller':
    case 'hang-up':
      return undefined;
  }
}
