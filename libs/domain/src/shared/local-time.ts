import { MINUTES_PER_DAY } from './instant';

/** Part of a day in minutes since local midnight: from (included) to (excluded), 0 ≤ from < to ≤ 1440. */
export interface TimeRange {
  readonly fromMinute: number;
  readonly toMinute: number;
}

const SHAPE = /^(\d{2}):(\d{2})$/;

/** 'HH:MM' as minutes since midnight, '24:00' being 1440; undefined when it is no time of day. */
export function parseTimeOfDay(text: string): number | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minute <= MINUTES_PER_DAY ? minute : undefined;
}

/** 570 → '09:30'. */
export function formatTimeOfDay(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

export function rangesOverlap(first: TimeRange, second: TimeRange): boolean {
  return first.fromMinute < second.toMinute && second.fromMinute < first.toMinute;
}
