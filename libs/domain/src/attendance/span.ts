/** From an instant (included) to another (excluded). */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

const MINUTE_MS = 60_000;

/** Whole minutes from one instant to another, a part of a minute dropped (C22); 0 where it is not later. */
export function wholeMinutes(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / MINUTE_MS));
}

export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * MINUTE_MS);
}

export const earlierOf = (one: Date, other: Date): Date => (other < one ? other : one);

/** Milliseconds that both have in common. */
export function overlapMs(one: Span, other: Span): number {
  const from = Math.max(one.from.getTime(), other.from.getTime());
  const to = Math.min(one.to.getTime(), other.to.getTime());
  return Math.max(0, to - from);
}

/** What is left of a span once others are taken away, in order. */
export function without(span: Span, taken: readonly Span[]): Span[] {
  let left: Span[] = [span];
  for (const { from, to } of taken) {
    left = left.flatMap((part) => {
      if (to <= part.from || from >= part.to) return [part];
      return [
        ...(from > part.from ? [{ from: part.from, to: from }] : []),
        ...(to < part.to ? [{ from: to, to: part.to }] : []),
      ];
    });
  }
  return left;
}

/** Whole minutes of spans that do not overlap. */
export function minutesOf(spans: readonly Span[]): number {
  const ms = spans.reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()), 0);
  return Math.floor(ms / MINUTE_MS);
}
