import type { FigureInterval } from '@switchyard/contracts';
import type { TimeSpan } from './figure-rows.port';

const MINUTE = 60_000;
/** China's clock is ahead of UTC by this, all year. */
const CHINA = 8 * 60 * MINUTE;
const LENGTH: Readonly<Record<Exclude<FigureInterval, 'whole'>, number>> = {
  quarter: 15 * MINUTE,
  hour: 60 * MINUTE,
  day: 24 * 60 * MINUTE,
};

/** Milliseconds; undefined for the whole. */
export function lengthOf(interval: FigureInterval): number | undefined {
  return interval === 'whole' ? undefined : LENGTH[interval];
}

/** Widens a time to whole intervals by China's clock. */
export function wholeIntervals({ from, to }: TimeSpan, interval: FigureInterval): TimeSpan {
  const length = lengthOf(interval);
  if (length === undefined) return { from, to };
  const down = (at: number) => Math.floor((at + CHINA) / length) * length - CHINA;
  const end = down(to.getTime());
  return {
    from: new Date(down(from.getTime())),
    to: new Date(end === to.getTime() ? end : end + length),
  };
}

/** From midnight in China until a moment. */
export function todayUntil(now: Date): TimeSpan {
  return { from: wholeIntervals({ from: now, to: now }, 'day').from, to: now };
}
