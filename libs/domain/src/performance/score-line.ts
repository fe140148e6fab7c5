import type { ScoreRounding } from './monthly-score-policy';

export type ScorePool = 'attendance' | 'timeliness' | 'accuracy' | 'exam' | 'other' | 'awards' | 'appeal';

/** One step from 100 to the score, or from the full bonus to the proposal, as it is told to the person. */
export interface ScoreLine {
  readonly pool: ScorePool;
  /** Paragraph of the rule book, e.g. `L385`. */
  readonly rule: string;
  readonly fact: { readonly 'zh-CN': string; readonly en: string };
  /** The same in both languages, e.g. `2 × −2`. */
  readonly arithmetic: string;
  /** Points, or fen of the bonus; negative for a deduction. All lines together lead to the result. */
  readonly points: number;
}

/**
 * Whole units in what is over or below (C22): 2.2 minutes are 2, 1.6 points 1, 7 per cent in steps of 5 are 1. Not below 0. What
 * a double makes of a decimal does not count.
 */
export function unitsOf(amount: number, step: number, rounding: ScoreRounding): number {
  const units = Math.max(0, Math.round((amount / step) * 1e6) / 1e6);
  if (rounding === 'none') return units;
  return rounding === 'floor' ? Math.floor(units) : Math.ceil(units);
}

/** To a hundredth, without the noise of doubles. */
export const hundredth = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;

/** Lines of a pool, and the one that gives back what goes beyond it, so that they add up. */
export function capped(
  lines: readonly ScoreLine[],
  pool: number,
  rule: string,
  unit: 'points' | 'fen',
): readonly ScoreLine[] {
  const sum = lines.reduce((total, { points }) => total + points, 0);
  const beyond = hundredth(Math.abs(sum) - pool);
  const [first] = lines;
  if (!first || beyond <= 0) return lines;
  const most = unit === 'fen' ? { 'zh-CN': `${pool / 100} 元`, en: `${pool / 100} yuan` } : bothOf(pool);
  return [
    ...lines,
    {
      pool: first.pool,
      rule,
      fact: {
        'zh-CN': `本项最多 ${most['zh-CN']}`,
        en: `at most ${most.en} in this part`,
      },
      arithmetic: `${signed(sum)} → ${signed(Math.sign(sum) * pool)}`,
      points: -Math.sign(sum) * beyond,
    },
  ];
}

const bothOf = (points: number) => ({ 'zh-CN': `${points} 分`, en: `${points} points` });

/** −4, 0, +3: with a real minus sign. */
export function signed(value: number): string {
  if (value === 0) return '0';
  return value < 0 ? `−${hundredth(-value)}` : `+${hundredth(value)}`;
}

/** `3 × −2 = −6` */
export const times = (count: number, each: number): string => `${hundredth(count)} × −${each}`;
