import type { CrowdCall } from '@switchyard/testing';

/** How many of these calls, from their beginning to their end, there were at one moment at most. */
export function mostAtOnce(calls: readonly Pick<CrowdCall, 'begunAt' | 'endedAt'>[]): number {
  const changes = calls
    .flatMap(({ begunAt, endedAt }) => [
      { at: begunAt, by: 1 },
      ...(endedAt === undefined ? [] : [{ at: endedAt, by: -1 }]),
    ])
    .sort((one, other) => one.at - other.at || one.by - other.by);
  let [now, most] = [0, 0];
  for (const { by } of changes) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}
