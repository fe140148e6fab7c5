import { addDays, addMonths, type LocalDate, localDate } from '../shared';

/** 1 to 4. */
export type Quarter = 1 | 2 | 3 | 4;

const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];

/** First and last day of a quarter. */
export function daysOfQuarter(
  year: number,
  quarter: Quarter,
): { readonly from: LocalDate; readonly to: LocalDate } {
  const from = localDate(`${String(year).padStart(4, '0')}-${String(quarter * 3 - 2).padStart(2, '0')}-01`);
  return { from, to: addDays(addMonths(from, 3), -1) };
}

export function quarterOf(date: LocalDate): { readonly year: number; readonly quarter: Quarter } {
  const place = Math.floor((Number(date.slice(5, 7)) - 1) / 3);
  return { year: Number(date.slice(0, 4)), quarter: QUARTERS[place] ?? 4 };
}
