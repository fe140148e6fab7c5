import { parseTimeOfDay, type TimeRange } from '../../shared';

const RANGE = /^(\d{2}:\d{2})-(\d{2}:\d{2})$/;

/** `08:00-12:00` as minutes since midnight; undefined when it is no range. */
export function parseTimeRange(text: string): TimeRange | undefined {
  const [, from = '', to = ''] = RANGE.exec(text) ?? [];
  const fromMinute = parseTimeOfDay(from);
  const toMinute = parseTimeOfDay(to);
  return fromMinute === undefined || toMinute === undefined || fromMinute >= toMinute
    ? undefined
    : { fromMinute, toMinute };
}
