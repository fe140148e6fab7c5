import type { ResitRule } from './exam-policy';
import { toHundredth } from './mark-answer';
import { fullMarksOf, type PaperItem } from './paper';

export interface PaperScore {
  /** 0 to `fullMarks`, at most two decimals. */
  readonly score: number;
  readonly fullMarks: number;
  readonly passed: boolean;
}

/**
 * The score of a paper from the points of its questions by number. What a question has counts once and within its own points, so
 * that no score is ever above 100 per cent (lms#806).
 */
export function scorePaper(
  items: readonly Pick<PaperItem, 'no' | 'points'>[],
  pointsByNo: ReadonlyMap<number, number>,
  passPercent: number,
): PaperScore {
  const within = items.map(({ no, points }) => Math.min(points, Math.max(0, pointsByNo.get(no) ?? 0)));
  const fullMarks = fullMarksOf(items);
  const score = toHundredth(within.reduce((sum, points) => sum + points, 0));
  return { score, fullMarks, passed: hasPassed(score, fullMarks, passPercent) };
}

/** Without a division that rounds: 80 of 100 passes at 80 per cent. */
export const hasPassed = (score: number, fullMarks: number, passPercent: number): boolean =>
  Math.round(score * 100) * 100 >= fullMarks * 100 * passPercent;

/** One sitting's result of somebody, the exam's first sitting before its resits. */
export interface SatResult {
  readonly score: number;
  readonly fullMarks: number;
}

/** The result that stands for an exam with its resits; undefined when there is none. */
export function standingResult<Sat extends SatResult>(
  results: readonly Sat[],
  rule: ResitRule,
): Sat | undefined {
  if (rule === 'first') return results[0];
  if (rule === 'last') return results.at(-1);
  return results.reduce<Sat | undefined>(
    (best, next) =>
      best === undefined || next.score * best.fullMarks > best.score * next.fullMarks ? next : best,
    undefined,
  );
}
