/** When the first sound came at or after `at`; undefined when none did until `until`. Milliseconds since the epoch. */
export function firstHeard(heardAt: readonly number[], at: number, until = Infinity): number | undefined {
  return heardAt.find((time) => time >= at && time <= until);
}

/** The longest time without sound between two moments, both of which count as an end of it. Milliseconds. */
export function longestSilence(heardAt: readonly number[], from: number, to: number): number {
  let longest = 0;
  let last = from;
  for (const time of heardAt) {
    if (time < from || time > to) continue;
    longest = Math.max(longest, time - last);
    last = time;
  }
  return Math.max(longest, to - last);
}
