/** A month's score that counts; months without one are missing, never zero. */
export interface CountedScore {
  readonly month: string;
  readonly score: number;
}

export interface ScoreTotal {
  /** YYYY, YYYY-H1 or YYYY-H2. */
  readonly period: string;
  readonly total: number;
  /** To a hundredth; absent without a month. */
  readonly average?: number;
  readonly months: readonly CountedScore[];
  /** Months of the period without a score. */
  readonly missing: readonly string[];
}

const PERIOD = /^(\d{4})(?:-H([12]))?$/;

/** The months of a year or half-year, YYYY-MM. @throws RangeError when it is neither */
export function monthsOfPeriod(period: string): readonly string[] {
  const [, year, half] = PERIOD.exec(period) ?? [];
  if (year === undefined) throw new RangeError(`"${period}" is neither YYYY nor YYYY-H1 or YYYY-H2`);
  const first = half === '2' ? 7 : 1;
  const last = half === '1' ? 6 : 12;
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `${year}-${String(first + index).padStart(2, '0')}`,
  );
}

/** Half-year and year totals decide reward and punishment (L388). */
export function scoreTotal(period: string, scores: readonly CountedScore[]): ScoreTotal {
  const wanted = monthsOfPeriod(period);
  const months = scores
    .filter(({ month }) => wanted.includes(month))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  const there = new Set(months.map(({ month }) => month));
  const total = round(months.reduce((sum, { score }) => sum + score, 0));
  return {
    period,
    total,
    months,
    ...(months.length > 0 && { average: round(total / months.length) }),
    missing: wanted.filter((month) => !there.has(month)),
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;

export interface RankedTotal {
  readonly staffNumber: string;
  readonly total: number;
  /** 1 for the highest; equal totals share a rank. */
  readonly rank: number;
}

/** The first in a half-year's or year's total is rewarded (L402); who misses a month is compared all the same, by the sum. */
export function rankTotals(
  totals: readonly { readonly staffNumber: string; readonly total: number }[],
): readonly RankedTotal[] {
  const sorted = [...totals].sort((a, b) => b.total - a.total || (a.staffNumber < b.staffNumber ? -1 : 1));
  const ranks = new Map<number, number>();
  for (const [index, { total }] of sorted.entries()) if (!ranks.has(total)) ranks.set(total, index + 1);
  return sorted.map(({ staffNumber, total }) => ({ staffNumber, total, rank: ranks.get(total) ?? 0 }));
}
