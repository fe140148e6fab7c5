import type { FrequencyCap } from './dialing-policy';

/**
 * The earliest instant, `now` or later, at which one more call to a number keeps every cap (T2.8).
 * `callTimes` are the beginnings of its calls, in any order, from all batches. A span slides: "20 per
 * day" holds in any 24 hours, not per calendar day, so that no midnight doubles it.
 */
export function earliestPermitted(
  caps: readonly FrequencyCap[],
  callTimes: readonly Date[],
  now: Date,
): Date {
  const latestFirst = callTimes.map((time) => time.getTime()).sort((a, b) => b - a);
  const free = caps.map(({ seconds, maxCalls }) => {
    const oldestThatCounts = latestFirst[maxCalls - 1];
    return oldestThatCounts === undefined ? 0 : oldestThatCounts + seconds * 1000;
  });
  return new Date(Math.max(now.getTime(), ...free));
}

/** How far back call times must be known, in seconds; 0 without a cap. */
export function longestSpanSeconds(caps: readonly FrequencyCap[]): number {
  return Math.max(0, ...caps.map((cap) => cap.seconds));
}

/** Both lists of caps at once: a batch can make the policy's stricter, never looser (T2.8). */
export function stricterCaps(
  policy: readonly FrequencyCap[],
  batch: readonly FrequencyCap[],
): readonly FrequencyCap[] {
  return [...policy, ...batch];
}
