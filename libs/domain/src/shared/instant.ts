import { type LocalDate, localDate } from './local-date';

/**
 * Asia/Shanghai in minutes east of UTC. All of China has kept +08:00 without summer time since 1991, so
 * that a fixed offset is exact for every instant that Switchyard handles.
 */
export const SHANGHAI_OFFSET_MINUTES = 480;

export const MINUTES_PER_DAY = 1440;

/** The day at an instant in the zone (minutes east of UTC). */
export function localDateAt(instant: Date, offsetMinutes = SHANGHAI_OFFSET_MINUTES): LocalDate {
  return localDate(shifted(instant, offsetMinutes).toISOString().slice(0, 10));
}

/** Minutes since local midnight, whole, 0 to 1439. */
export function minuteOfDayAt(instant: Date, offsetMinutes = SHANGHAI_OFFSET_MINUTES): number {
  const local = shifted(instant, offsetMinutes);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/** The instant of a local minute; 1440 is midnight at the day's end. */
export function instantAt(
  date: LocalDate,
  minuteOfDay: number,
  offsetMinutes = SHANGHAI_OFFSET_MINUTES,
): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) + (minuteOfDay - offsetMinutes) * 60_000);
}

export function addSeconds(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000);
}

export function laterOf(first: Date, second: Date): Date {
  return second.getTime() > first.getTime() ? second : first;
}

function shifted(instant: Date, offsetMinutes: number): Date {
  return new Date(instant.getTime() + offsetMinutes * 60_000);
}
