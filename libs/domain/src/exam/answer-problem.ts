import type { ExamAnswer } from './mark-answer';
import type { PaperItem } from './paper';

/** Why an answer cannot be one to this question; undefined when it can, also when it is empty. */
export function answerProblem(item: PaperItem, { options, truth, text }: ExamAnswer): string | undefined {
  const given = [
    ...(options === undefined ? [] : ['options' as const]),
    ...(truth === undefined ? [] : ['truth' as const]),
    ...(text === undefined ? [] : ['text' as const]),
  ];
  const wanted = FIELD_OF[item.kind];
  if (given.some((field) => field !== wanted)) return `is answered by ${wanted}`;
  const known = new Set(item.options.map(({ id }) => id));
  if (options?.some((option) => !known.has(option)) === true)
    return 'names an option that the question has not';
  if (item.kind === 'single' && (options?.length ?? 0) > 1) return 'takes one option';
  return undefined;
}

const FIELD_OF = {
  single: 'options',
  multiple: 'options',
  'true-false': 'truth',
  'fill-number': 'text',
  'fill-text': 'text',
  short: 'text',
} as const;
