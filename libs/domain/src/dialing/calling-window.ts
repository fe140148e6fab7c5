import { isCovered, isWorkingDay, type WorkingCalendar } from '../calendar';
import { addDays, instantAt, type LocalDate, localDateAt } from '../shared';
import type { DailyWindows, DialingPolicy } from './dialing-policy';
import type { CustomerKind } from './vocabulary';

/** When one kind of customer may be called, ready to be asked. */
export interface CallingHours {
  readonly windows: DailyWindows;
  readonly calendar: WorkingCalendar;
  /** The called party's zone, minutes east of UTC. */
  readonly offsetMinutes: number;
  readonly closingMarginSeconds: number;
}

/** An open span: from (included) to (excluded). */
export interface OpenSpan {
  readonly from: Date;
  readonly to: Date;
}

const SEARCH_DAYS = 366;

export function callingHours(
  policy: DialingPolicy,
  kind: CustomerKind,
  calendar: WorkingCalendar,
  offsetMinutes = policy.zoneOffsetMinutes,
): CallingHours {
  const { closingMarginSeconds } = policy;
  return { windows: policy.windows[kind], calendar, offsetMinutes, closingMarginSeconds };
}

/** Whether a call may begin now (T2.7), whatever anybody clicks. A closing window's margin is closed already. */
export function mayDialAt(hours: CallingHours, now: Date): boolean {
  return spansOfDay(hours, localDateAt(now, hours.offsetMinutes)).some((span) => contains(span, now));
}

/**
 * The first instant from `now` on at which a call may begin; `now` itself when that is open.
 * @throws RangeError when none opens within a year (the calendar is broken).
 */
export function nextOpening(hours: CallingHours, now: Date): Date {
  for (const span of openSpans(hours, now)) return span.from;
  throw new RangeError(`no calling window opens within ${SEARCH_DAYS} days of ${now.toISOString()}`);
}

/** Minutes (with fractions) in which calls may begin from `now` until `deadline`; 0 when it has passed. */
export function openMinutesUntil(hours: CallingHours, now: Date, deadline: Date): number {
  let openMs = 0;
  for (const span of openSpans(hours, now)) {
    if (span.from >= deadline) break;
    openMs += Math.min(span.to.getTime(), deadline.getTime()) - span.from.getTime();
  }
  return openMs / 60_000;
}

/** The instant by which `minutes` of open time have gone by since `now`; undefined when not within a year. */
export function afterOpenMinutes(hours: CallingHours, now: Date, minutes: number): Date | undefined {
  let leftMs = minutes * 60_000;
  for (const span of openSpans(hours, now)) {
    const length = span.to.getTime() - span.from.getTime();
    if (leftMs <= length) return new Date(span.from.getTime() + leftMs);
    leftMs -= length;
  }
  return undefined;
}

/** Whether the answers for this instant rest on a day beyond the calendar's coverage. */
export function isProvisionalAt(hours: CallingHours, now: Date): boolean {
  return (
    hours.windows.days === 'working-days' && !isCovered(hours.calendar, localDateAt(now, hours.offsetMinutes))
  );
}

/** The end of the day's last window, margin not deducted; undefined when the day has none. */
export function lastClosing(hours: CallingHours, date: LocalDate): Date | undefined {
  const last = isOpenDay(hours, date) ? hours.windows.ranges.at(-1) : undefined;
  return last && instantAt(date, last.toMinute, hours.offsetMinutes);
}

/** Open spans from `now` on, in order, none empty, for a year; the first one begins no earlier than `now`. */
export function* openSpans(hours: CallingHours, now: Date): Generator<OpenSpan> {
  const today = localDateAt(now, hours.offsetMinutes);
  for (let offset = 0; offset <= SEARCH_DAYS; offset++) {
    for (const span of spansOfDay(hours, addDays(today, offset))) {
      if (span.to > now) yield span.from > now ? span : { from: now, to: span.to };
    }
  }
}

function spansOfDay(hours: CallingHours, date: LocalDate): readonly OpenSpan[] {
  if (!isOpenDay(hours, date)) return [];
  const { ranges } = hours.windows;
  return ranges
    .map(({ fromMinute, toMinute }) => {
      // Midnight between 24:00 and a window from 00:00 closes nothing.
      const goesOn = toMinute === 1440 && ranges[0]?.fromMinute === 0 && isOpenDay(hours, addDays(date, 1));
      const marginMs = goesOn ? 0 : hours.closingMarginSeconds * 1000;
      const end = instantAt(date, toMinute, hours.offsetMinutes);
      return {
        from: instantAt(date, fromMinute, hours.offsetMinutes),
        to: new Date(end.getTime() - marginMs),
      };
    })
    .filter((span) => span.from < span.to);
}

function isOpenDay(hours: CallingHours, date: LocalDate): boolean {
  return hours.windows.days === 'every-day' || isWorkingDay(hours.calendar, date);
}

function contains(span: OpenSpan, instant: Date): boolean {
  return span.from <= instant && instant < span.to;
}
