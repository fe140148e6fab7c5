/**
 * When sound came back: the end of the longest silence that began between two moments. Undefined when it lasted until the
 * call's end at `until`. What still played at first is not mistaken for it.
 */
export function heardAgain(
  heardAt: readonly number[],
  from: number,
  to: number,
  until: number,
): number | undefined {
  let again: number | undefined;
  let longest = -1;
  let last = from;
  for (const time of [...heardAt.filter((each) => each > from && each < until), until]) {
    if (last > to) break;
    if (time - last > longest) {
      longest = time - last;
      again = time === until ? undefined : time;
    }
    last = time;
  }
  return again;
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
