import { lotOf } from '../shared';
import type { QuestionBody, QuestionDifficulty, QuestionKey, QuestionKind } from './question';

/** A question of the bank, as it is when a paper is drawn. */
export interface BankQuestion extends QuestionBody {
  readonly code: string;
  readonly version: number;
  readonly courseCode?: string;
  readonly topic: string;
  readonly difficulty: QuestionDifficulty;
}

export interface PaperOption {
  /** 'A', 'B', … in the order in which the examinee sees them. */
  readonly id: string;
  readonly text: string;
}

/** A question of one paper with its options as they were shuffled; whole, so that later edits change nothing. */
export interface PaperItem {
  /** From 1. */
  readonly no: number;
  readonly questionCode: string;
  readonly questionVersion: number;
  readonly topic: string;
  readonly difficulty: QuestionDifficulty;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly options: readonly PaperOption[];
  readonly points: number;
  /** Never shown before the result is released. */
  readonly key: PaperKey;
}

/** As `QuestionKey`, but the right options by their letters on this paper. */
export interface PaperKey extends Omit<QuestionKey, 'correct'> {
  readonly options?: readonly string[];
}

export function toPaperItem(question: BankQuestion, no: number, points: number, seed: string): PaperItem {
  const order = question.options
    .map((_, place) => place)
    .sort(
      (one, other) =>
        lotOf(seed, `${question.code} ${one}`) - lotOf(seed, `${question.code} ${other}`) || one - other,
    );
  const { correct, ...key } = question.key;
  const letters = correct && order.flatMap((place, at) => (correct.includes(place) ? [letterOf(at)] : []));
  return {
    no,
    questionCode: question.code,
    questionVersion: question.version,
    topic: question.topic,
    difficulty: question.difficulty,
    kind: question.kind,
    text: question.text,
    options: order.map((place, at) => ({ id: letterOf(at), text: question.options[place] ?? '' })),
    points,
    key: { ...key, ...(letters && { options: letters }) },
  };
}

export const fullMarksOf = (items: readonly Pick<PaperItem, 'points'>[]): number =>
  items.reduce((sum, { points }) => sum + points, 0);

const letterOf = (place: number): string => String.fromCharCode('A'.charCodeAt(0) + place);
