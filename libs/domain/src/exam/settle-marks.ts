import { toHundredth } from './mark-answer';

/** Points that people gave one answer, in the order of their markings. */
export interface HandMarks {
  readonly first?: number;
  readonly second?: number;
  /** By a third person, when the two were too far apart. */
  readonly settled?: number;
}

export type SettledMarks = { readonly points: number } | { readonly needs: 'first' | 'second' | 'settling' };

/**
 * What the marks of one answer come to. With a second marker the mean of both counts while they differ by no more than
 * `tolerancePercent` of the question's points; else a third person settles.
 */
export function settleMarks(
  { first, second, settled }: HandMarks,
  points: number,
  { secondMarker, tolerancePercent }: { readonly secondMarker: boolean; readonly tolerancePercent: number },
): SettledMarks {
  if (settled !== undefined) return { points: settled };
  if (first === undefined) return { needs: 'first' };
  if (!secondMarker) return { points: first };
  if (second === undefined) return { needs: 'second' };
  if (Math.abs(first - second) * 100 > tolerancePercent * points) return { needs: 'settling' };
  return { points: toHundredth((first + second) / 2) };
}
