import type { SurveyNode, SurveyQuestion } from '../../document/flow-document';
import type { FlowRating } from '../flow-state';
import type { Turn } from '../turn';
import { asking } from './asking';
import { type Question, right, stage, type Verdict, WRONG } from './question';

/** A question of a survey gets so many tries, then it is passed over: rating is a favour. */
const TRIES = 2;

/** The stage is the number of the question. */
export function surveyQuestion(turn: Turn, node: SurveyNode): Question | undefined {
  const number = Number(turn.state.stage);
  const question = node.questions[number];
  if (!question) return undefined;
  const next = nextQuestion(turn, node, number + 1);
  const onward: Verdict = next === undefined ? right(node.next) : stage(next);
  return {
    ...asking(turn, node, `questions[${number}].say`),
    human: false,
    tries: TRIES,
    maxDigits: question.about === 'nps' ? 2 : 1,
    isComplete: (entry) => entry !== '1',
    strikeOut: () => onward,
    accept: (entry) => {
      const rated = ratingOf(question, entry);
      if (!rated) return WRONG;
      turn.state.rating = { ...turn.state.rating, ...rated };
      turn.emit({ type: 'store-rating', rating: turn.state.rating });
      return onward;
    },
  };
}

/** The first question from `number` on that this caller is asked; undefined when there is none. */
export function nextQuestion(turn: Turn, node: SurveyNode, number: number): string | undefined {
  const found = node.questions.findIndex(
    ({ sample }, index) => index >= number && turn.state.facts.sample < (sample ?? 1),
  );
  return found < 0 ? undefined : String(found);
}

function ratingOf({ about }: SurveyQuestion, entry: string): FlowRating | undefined {
  switch (about) {
    case 'csat':
      return /^[1-5]$/.test(entry) ? { csat: Number(entry) } : undefined;
    case 'solved':
      return /^[12]$/.test(entry) ? { solved: entry === '1' } : undefined;
    case 'nps':
      return /^(\d|10)$/.test(entry) ? { nps: Number(entry) } : undefined;
  }
}
