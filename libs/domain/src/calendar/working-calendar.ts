import { addDays, daysBetween, type LocalDate, parseLocalDate, type Weekday, weekdayOf } from '../shared';

/** A dated exception from the weekly pattern (§19 "calendar override"). */
export interface CalendarOverride {
  readonly date: LocalDate;
  /** `extra-working-day`: a rest day worked to make up for a holiday (调休上班). */
  readonly kind: 'holiday' | 'extra-working-day';
  readonly nameZh: string;
  readonly nameEn: string;
  /**
   * On a holiday: a rest day swapped in, worked off on an extra working day, not a statutory one; pay
   * differs between the two.
   */
  readonly inLieu?: boolean;
}

/** A calendar as stored and imported. */
export interface CalendarDocument {
  readonly id: string;
  /** Where the overrides come from, and which edition of it. */
  readonly source: string;
  readonly sourceVersion: string;
  /** First and last day for which overrides are known; outside, answers are provisional. */
  readonly coverage: { readonly from: LocalDate; readonly to: LocalDate };
  readonly workingWeekdays: readonly Weekday[];
  readonly overrides: readonly CalendarOverride[];
}

export interface WorkingCalendar {
  readonly document: CalendarDocument;
  readonly overrides: ReadonlyMap<LocalDate, CalendarOverride>;
  readonly weekdays: ReadonlySet<Weekday>;
}

export type CalendarRefusal = 'no-working-weekday' | 'bad-date' | 'bad-coverage' | 'day-overridden-twice';

/** Thrown by `buildCalendar`; `code` is stable, the message names the value. */
export class CalendarRefused extends Error {
  constructor(
    readonly code: CalendarRefusal,
    message: string,
  ) {
    super(message);
    this.name = 'CalendarRefused';
  }
}

/** @throws CalendarRefused when no weekday works (no search would end), or a date is none or given twice. */
export function buildCalendar(document: CalendarDocument): WorkingCalendar {
  const weekdays = new Set(document.workingWeekdays.filter((day) => day >= 1 && day <= 7));
  if (weekdays.size === 0)
    throw new CalendarRefused('no-working-weekday', 'no day of the week is a working day');
  const { from, to } = document.coverage;
  if (!parseLocalDate(from) || !parseLocalDate(to) || from > to) {
    throw new CalendarRefused('bad-coverage', `coverage ${from} to ${to} is no span of days`);
  }
  const overrides = new Map<LocalDate, CalendarOverride>();
  for (const override of document.overrides) {
    if (!parseLocalDate(override.date))
      throw new CalendarRefused('bad-date', `"${override.date}" is no date`);
    if (overrides.has(override.date)) {
      throw new CalendarRefused('day-overridden-twice', `${override.date} is overridden twice`);
    }
    overrides.set(override.date, override);
  }
  return { document, overrides, weekdays };
}

/** Date override first, weekly pattern second. Beyond the coverage, ask `isCovered` as well. */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  const override = calendar.overrides.get(date);
  return override ? override.kind === 'extra-working-day' : calendar.weekdays.has(weekdayOf(date));
}

/** Whether holidays are known for the day. */
export function isCovered(calendar: WorkingCalendar, date: LocalDate): boolean {
  const { from, to } = calendar.document.coverage;
  return date >= from && date <= to;
}

/** The holiday's name, also that of the holiday for which an extra working day is worked. */
export function holidayName(
  calendar: WorkingCalendar,
  date: LocalDate,
  language: 'zh' | 'en' = 'zh',
): string | undefined {
  const override = calendar.overrides.get(date);
  return language === 'zh' ? override?.nameZh : override?.nameEn;
}

/** Working days from `from` to `to`, both included; 0 when `to` is earlier. */
export function countWorkingDays(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let offset = 0; offset <= daysBetween(from, to); offset++) {
    if (isWorkingDay(calendar, addDays(from, offset))) count++;
  }
  return count;
}
