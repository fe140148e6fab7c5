import type { DocumentProblem } from '../shared';

export const QUESTION_KINDS = [
  'single',
  'multiple',
  'true-false',
  'fill-number',
  'fill-text',
  'short',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const QUESTION_DIFFICULTIES = ['easy', 'medium', 'hard'] as const;
export type QuestionDifficulty = (typeof QUESTION_DIFFICULTIES)[number];

/** What is right; each kind of question uses its own fields. */
export interface QuestionKey {
  /** single, multiple: places of the right options, from 0. */
  readonly correct?: readonly number[];
  /** true-false. */
  readonly truth?: boolean;
  /** fill-number. */
  readonly value?: number;
  /** fill-number: how far from `value` is still right; 0 unless given. */
  readonly tolerance?: number;
  /** fill-text: every text that is right; compared without case, width and outer blanks. */
  readonly texts?: readonly string[];
  /** short: what the marker looks for. */
  readonly guide?: string;
}

export interface QuestionBody {
  readonly kind: QuestionKind;
  readonly text: string;
  /** single, multiple: 2 to 10. */
  readonly options: readonly string[];
  readonly key: QuestionKey;
}

const FEWEST_OPTIONS = 2;
const MOST_OPTIONS = 10;

const KEY_FIELDS: Readonly<Record<QuestionKind, readonly (keyof QuestionKey)[]>> = {
  single: ['correct'],
  multiple: ['correct'],
  'true-false': ['truth'],
  'fill-number': ['value', 'tolerance'],
  'fill-text': ['texts'],
  short: ['guide'],
};

/** Everything that stops a question from being asked and marked, by field; none when it is sound. */
export function problemsOfQuestion({ kind, options, key }: QuestionBody): readonly DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const complain = (path: string, problem: string) => problems.push({ path, problem });
  for (const field of Object.keys(key) as (keyof QuestionKey)[]) {
    if (key[field] !== undefined && !KEY_FIELDS[kind].includes(field))
      complain(`key.${field}`, `does not belong to a ${kind} question`);
  }
  if (kind === 'single' || kind === 'multiple') {
    if (options.length < FEWEST_OPTIONS || options.length > MOST_OPTIONS)
      complain('options', `must be ${FEWEST_OPTIONS} to ${MOST_OPTIONS} texts`);
    if (new Set(options.map(plainAnswer)).size !== options.length)
      complain('options', 'must differ from one another');
    problemsOfCorrect(kind, options.length, key.correct ?? []).forEach((problem) =>
      complain('key.correct', problem),
    );
  } else if (options.length > 0) complain('options', `must be left out of a ${kind} question`);
  if (kind === 'true-false' && key.truth === undefined) complain('key.truth', 'must be true or false');
  if (kind === 'fill-number') {
    if (key.value === undefined || !Number.isFinite(key.value)) complain('key.value', 'must be a number');
    if ((key.tolerance ?? 0) < 0) complain('key.tolerance', 'must not be below 0');
  }
  if (kind === 'fill-text' && !(key.texts ?? []).some((text) => plainAnswer(text) !== ''))
    complain('key.texts', 'must have at least one text that is not empty');
  return problems;
}

function problemsOfCorrect(
  kind: 'single' | 'multiple',
  options: number,
  correct: readonly number[],
): readonly string[] {
  const known = correct.every((place) => Number.isInteger(place) && place >= 0 && place < options);
  if (!known) return ['must name options that there are'];
  if (new Set(correct).size !== correct.length) return ['must name each option once'];
  if (kind === 'single' && correct.length !== 1) return ['must name exactly one option'];
  if (kind === 'multiple' && correct.length < 1) return ['must name at least one option'];
  return [];
}

/** A text as answers are compared: half width, lower case, single blanks, none outside. */
export function plainAnswer(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
