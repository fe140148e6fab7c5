/** Time that does not count. An open pause has no end yet. */
export interface Pause {
  readonly from: Date;
  readonly to?: Date;
}

/** Pauses of one clock: in order, apart; only the last may be open. */
export type Pauses = readonly Pause[];

/**
 * Whether a clock stands still at an instant. At the pause's first instant it still runs: who pauses at the very moment
 * of the limit has used it up.
 */
export function isPausedAt(pauses: Pauses, at: Date): boolean {
  return pauses.some(({ from, to }) => from < at && (to === undefined || at <= to));
}

/** The first instant from `at` on at which the clock runs; undefined while it stands still. */
export function firstRunningInstant(pauses: Pauses, at: Date): Date | undefined {
  const pause = pauses.find(({ from, to }) => from < at && (to === undefined || at <= to));
  return pause === undefined ? at : pause.to;
}

export interface Span {
  readonly from: Date;
  /** Absent: without end. */
  readonly to?: Date;
}

/** What is left of the spans (in order, apart) when the pauses are taken out. */
export function* withoutPauses(spans: Iterable<Span>, pauses: Pauses): Generator<Span> {
  for (const span of spans) {
    let from = span.from;
    for (const pause of pauses) {
      if (pause.to !== undefined && pause.to <= from) continue;
      if (span.to !== undefined && pause.from >= span.to) break;
      if (pause.from > from) yield { from, to: pause.from };
      if (pause.to === undefined) return;
      from = pause.to;
    }
    if (span.to === undefined || from < span.to)
      yield span.to === undefined ? { from } : { from, to: span.to };
  }
}
