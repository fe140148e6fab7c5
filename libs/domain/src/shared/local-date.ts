/** A calendar day 'YYYY-MM-DD' of the proleptic Gregorian calendar, years 0001–9999; it has no zone. */
export type LocalDate = string & { readonly __localDate: true };

/** ISO day of the week: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The text as a day, or undefined when it is none (2026-02-30, 2026-2-3, a time behind it). */
export function parseLocalDate(text: string): LocalDate | undefined {
  const match = SHAPE.exec(text);
  if (!match || match[1] === '0000') return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text) return undefined;
  return text as LocalDate;
}

/** @throws RangeError when the text is no day. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new RangeError(`"${text}" is no date of the form YYYY-MM-DD`);
  return date;
}

/** `days` may be negative. @throws RangeError when it is no integer or leaves the years 0001–9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days)) throw new RangeError(`${days} is no whole number of days`);
  return fromUtc(utcMs(date) + days * DAY_MS);
}

/** The same day `months` later, clamped to the month's end (31 January + 1 → 28 or 29 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  if (!Number.isInteger(months)) throw new RangeError(`${months} is no whole number of months`);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const firstOfMonth = new Date(0);
  firstOfMonth.setUTCFullYear(year, month - 1 + months, 1);
  const lastDay = new Date(firstOfMonth);
  lastDay.setUTCMonth(lastDay.getUTCMonth() + 1, 0);
  return fromUtc(firstOfMonth.getTime() + (Math.min(day, lastDay.getUTCDate()) - 1) * DAY_MS);
}

/** Days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utcMs(to) - utcMs(from)) / DAY_MS);
}

export function weekdayOf(date: LocalDate): Weekday {
  return (new Date(utcMs(date)).getUTCDay() || 7) as Weekday;
}

function utcMs(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function fromUtc(ms: number): LocalDate {
  const iso = Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : '';
  return localDate(iso.slice(0, 10));
}
