import { UnspeakableValue } from './unspeakable-value';

export interface YearMonth {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
}

export interface CalendarDay extends YearMonth {
  /** 1 to the month's last */
  readonly day: number;
}

function lastDayOf({ year, month }: YearMonth): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Reads YYYY-MM. @throws UnspeakableValue when there is no such month; years 1000 to 9999. */
export function readMonth(text: string): YearMonth {
  const match = /^([1-9]\d{3})-(\d{2})$/.exec(text);
  const month = { year: Number(match?.[1]), month: Number(match?.[2]) };
  if (!match || month.month < 1 || month.month > 12)
    throw new UnspeakableValue('month', text, 'write it as YYYY-MM');
  return month;
}

/** Reads YYYY-MM-DD. @throws UnspeakableValue when there is no such day; years 1000 to 9999. */
export function readDay(text: string): CalendarDay {
  const match = /^([1-9]\d{3}-\d{2})-(\d{2})$/.exec(text);
  if (!match) throw new UnspeakableValue('date', text, 'write it as YYYY-MM-DD');
  const month = readMonth(match[1] ?? '');
  const day = Number(match[2]);
  if (day < 1 || day > lastDayOf(month))
    throw new UnspeakableValue('date', text, 'give a day that the month has');
  return { ...month, day };
}

/** Hour and minute of a minute of the day. @throws UnspeakableValue unless it is whole, 0 to 1439. */
export function readMinute(minuteOfDay: number): { readonly hour: number; readonly minute: number } {
  if (!Number.isInteger(minuteOfDay) || minuteOfDay < 0 || minuteOfDay > 1439)
    throw new UnspeakableValue('minute of the day', minuteOfDay, 'give a whole number from 0 to 1439');
  return { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
}
