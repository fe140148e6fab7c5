import { isCovered, isWorkingDay, type WorkingCalendar } from '../../calendar';
import { instantAt, type LocalDate, type TimeRange, type Weekday, weekdayOf } from '../../shared';

/** When the departments work, from a day on: a lunch break is a gap between two segments. */
export interface ServiceHours {
  readonly from: LocalDate;
  /** `every-day`: the calendar closes nothing. */
  readonly days: 'working-days' | 'every-day';
  /** In order, apart, at least one. Make-up working days keep these hours. */
  readonly segments: readonly TimeRange[];
  /** A weekday with hours of its own, e.g. Saturday mornings; only where no override of the calendar says else. */
  readonly weekdays: Partial<Readonly<Record<Weekday, readonly TimeRange[]>>>;
}

/** 8:30 to 17:30 on working days (§8) with an hour and a half for lunch [ours]. */
export const STANDARD_SERVICE_HOURS: ServiceHours = {
  from: '0001-01-01' as LocalDate,
  days: 'working-days',
  segments: [
    { fromMinute: 510, toMinute: 720 },
    { fromMinute: 810, toMinute: 1050 },
  ],
  weekdays: {},
};

/** Which days and hours count: the working calendar, and the versions of the hours, the earliest first. */
export interface ClockCalendar {
  readonly working: WorkingCalendar;
  readonly hours: readonly [ServiceHours, ...ServiceHours[]];
}

/** The hours in force on a day; before the first version, the first. */
export function hoursOn({ hours }: ClockCalendar, date: LocalDate): ServiceHours {
  return hours.findLast((version) => version.from <= date) ?? hours[0];
}

export function isServiceDay(calendar: ClockCalendar, date: LocalDate): boolean {
  return hoursOn(calendar, date).days === 'every-day' || isWorkingDay(calendar.working, date);
}

/** Whether the calendar knows the day, or need not. */
export function isKnown(calendar: ClockCalendar, date: LocalDate): boolean {
  return hoursOn(calendar, date).days === 'every-day' || isCovered(calendar.working, date);
}

/** The day's open segments, in order; none on a rest day. */
export function segmentsOn(calendar: ClockCalendar, date: LocalDate): readonly TimeRange[] {
  return isServiceDay(calendar, date) ? segmentsIfOpen(calendar, date) : [];
}

/** Close of business; on a rest day, when it would be were it a working day. */
export function closeOfBusiness(calendar: ClockCalendar, date: LocalDate): Date {
  return instantAt(date, segmentsIfOpen(calendar, date).at(-1)?.toMinute ?? 1440);
}

function segmentsIfOpen(calendar: ClockCalendar, date: LocalDate): readonly TimeRange[] {
  const hours = hoursOn(calendar, date);
  if (calendar.working.overrides.has(date)) return hours.segments;
  return hours.weekdays[weekdayOf(date)] ?? hours.segments;
}
