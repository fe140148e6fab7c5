import type { MultipleRule } from './exam-policy';
import type { PaperItem } from './paper';
import { plainAnswer } from './question';

/** What an examinee gave; each kind of question uses its own field. */
export interface ExamAnswer {
  /** Letters of the chosen options. */
  readonly options?: readonly string[];
  readonly truth?: boolean;
  /** fill-number, fill-text, short: as it was typed. */
  readonly text?: string;
}

/**
 * Points of an answer, 0 to the question's points, at most two decimals; undefined when a person has to mark it. What is not
 * answered has none.
 */
export function markAnswer(
  item: PaperItem,
  answer: ExamAnswer | undefined,
  multipleRule: MultipleRule,
): number | undefined {
  if (!answer || isEmptyAnswer(answer)) return 0;
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return pointsOfOptions(item, answer.options ?? [], multipleRule);
    case 'true-false':
      return answer.truth === item.key.truth ? item.points : 0;
    case 'fill-number':
      return isNear(answer.text ?? '', item.key.value ?? 0, item.key.tolerance ?? 0) ? item.points : 0;
    case 'fill-text': {
      const given = plainAnswer(answer.text ?? '');
      return (item.key.texts ?? []).some((text) => plainAnswer(text) === given) ? item.points : 0;
    }
    case 'short':
      return undefined;
  }
}

export const isEmptyAnswer = ({ options = [], truth, text = '' }: ExamAnswer): boolean =>
  options.length === 0 && truth === undefined && plainAnswer(text) === '';

function pointsOfOptions(item: PaperItem, chosen: readonly string[], rule: MultipleRule): number {
  const right = new Set(item.key.options ?? []);
  const given = new Set(chosen);
  const hits = [...given].filter((option) => right.has(option)).length;
  if (hits < given.size || right.size === 0) return 0;
  if (hits === right.size) return item.points;
  return rule === 'share' && item.kind === 'multiple' ? toHundredth((item.points * hits) / right.size) : 0;
}

/** A number as people write it: full width, thousands with commas. A little more than the tolerance is rounding. */
function isNear(text: string, value: number, tolerance: number): boolean {
  const plain = plainAnswer(text).replace(/^([-+]?\d{1,3})((?:,\d{3})+)(?=\.|$)/, (all) =>
    all.replaceAll(',', ''),
  );
  if (!/^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(plain)) return false;
  return Math.abs(Number(plain) - value) <= tolerance + 1e-9 * Math.max(1, Math.abs(value));
}

export const toHundredth = (points: number): number => Math.round(points * 100) / 100;
