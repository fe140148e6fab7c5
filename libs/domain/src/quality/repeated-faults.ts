import type { QualityPolicy } from './quality-policy';

export interface QualityFault {
  readonly evaluationId: string;
  readonly at: Date;
}

const DAY_MS = 86_400_000;

/**
 * The first run of at least `times` faults of one item and person within `withinDays` days (§14: repeated fault → performance); all faults
 * within so many days of its first belong to it. Undefined when there is none.
 * @param faults those that belong to no run that was told before, in any order
 */
export function repeatedFault(
  faults: readonly QualityFault[],
  { times, withinDays }: QualityPolicy['repeatedFault'],
): readonly QualityFault[] | undefined {
  const sorted = [...faults].sort(
    (one, other) => one.at.getTime() - other.at.getTime() || (one.evaluationId < other.evaluationId ? -1 : 1),
  );
  for (let first = 0; first + times <= sorted.length; first += 1) {
    const end = (sorted[first]?.at.getTime() ?? 0) + withinDays * DAY_MS;
    const run = sorted.slice(first).filter(({ at }) => at.getTime() < end);
    if (run.length >= times) return run;
  }
  return undefined;
}
