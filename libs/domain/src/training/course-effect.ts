/** An indicator of one participant before and after a course; undefined is unknown and no zero. */
export interface BeforeAfter {
  readonly before?: number;
  readonly after?: number;
}

export interface CourseEffect {
  /** Participants whose indicator is known before and after: the size of the sample. */
  readonly measured: number;
  /** Participants of whom one side or both are unknown; they count in no mean. */
  readonly unknown: number;
  /** Means of those measured; absent when there are none. */
  readonly before?: number;
  readonly after?: number;
  /** after − before. */
  readonly change?: number;
  /** Of those measured, how many are better off. */
  readonly improved: number;
}

/** What a course changed (§15, effect evaluation), of the same people before and after. */
export function courseEffect(participants: readonly BeforeAfter[], better: 'higher' | 'lower'): CourseEffect {
  const pairs = participants.flatMap(({ before, after }) =>
    before === undefined || after === undefined ? [] : [{ before, after }],
  );
  const counts = {
    measured: pairs.length,
    unknown: participants.length - pairs.length,
    improved: pairs.filter(({ before, after }) => (better === 'higher' ? after > before : after < before))
      .length,
  };
  if (pairs.length === 0) return counts;
  const before = mean(pairs.map((pair) => pair.before));
  const after = mean(pairs.map((pair) => pair.after));
  return {
    ...counts,
    before: rounded(before),
    after: rounded(after),
    change: rounded(after - before),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
