/** The middle value; 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Turns a median absolute deviation into a standard deviation of normal values. */
const MAD_TO_SIGMA = 1.4826;
const MOST_SIGMAS = 3;

/** Values further than three robust sigmas from the median drawn in to them; a few values are left as they are. */
export function clipped(values: readonly number[]): number[] {
  if (values.length < 4) return [...values];
  const centre = median(values);
  const sigma = MAD_TO_SIGMA * median(values.map((value) => Math.abs(value - centre)));
  const reach = MOST_SIGMAS * Math.max(sigma, 0.02 * centre);
  return values.map((value) => Math.min(centre + reach, Math.max(centre - reach, value)));
}

/** 0 where nothing weighs. */
export function weightedMean(weighted: readonly (readonly [value: number, weight: number])[]): number {
  const weight = weighted.reduce((sum, [, each]) => sum + each, 0);
  return weight > 0 ? weighted.reduce((sum, [value, each]) => sum + value * each, 0) / weight : 0;
}
