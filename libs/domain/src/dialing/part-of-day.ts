import { minuteOfDayAt } from '../shared';

export type PartOfDay = 'morning' | 'afternoon' | 'evening';

const NOON = 12 * 60;
/** When residents are back from work. */
const EVENING = 18 * 60;

/** Morning until 12:00, afternoon until 18:00, evening until midnight, in the called party's zone. */
export function partOfDay(instant: Date, offsetMinutes?: number): PartOfDay {
  const minute = minuteOfDayAt(instant, offsetMinutes);
  if (minute < NOON) return 'morning';
  return minute < EVENING ? 'afternoon' : 'evening';
}

/** The next instant after `instant` at which another part of the day begins (00:00, 12:00 or 18:00). */
export function nextPartBegins(instant: Date, offsetMinutes?: number): Date {
  const minute = minuteOfDayAt(instant, offsetMinutes);
  const next = [NOON, EVENING, 24 * 60].find((start) => start > minute) ?? 24 * 60;
  const minuteStart = Math.floor(instant.getTime() / 60_000) * 60_000;
  return new Date(minuteStart + (next - minute) * 60_000);
}
