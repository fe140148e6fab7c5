import { lotOf } from '../shared';
import type { AuditedSubject, CorrectnessPolicy } from './correctness-policy';

/** How many of `population` are drawn: the share, rounded up, but at least so many, and never more than there are. */
export function sampleSize(population: number, subject: AuditedSubject, policy: CorrectnessPolicy): number {
  const share = Math.ceil((population * policy.samplePercent[subject]) / 100);
  return Math.min(population, Math.max(share, policy.atLeast));
}

/** `size` of the things, drawn by lot: the same seed and things give the same, in whatever order they come. */
export function drawSample(things: readonly string[], size: number, seed: string): string[] {
  return [...new Set(things)]
    .map((thing) => ({ thing, lot: lotOf(seed, thing) }))
    .sort((one, other) => one.lot - other.lot || (one.thing < other.thing ? -1 : 1))
    .slice(0, size)
    .map(({ thing }) => thing);
}
