import { addDays, addMonths, daysBetween, type LocalDate, localDate } from '@switchyard/domain';

export interface MonthSpan {
  readonly from: LocalDate;
  /** Its last day. */
  readonly to: LocalDate;
  readonly days: number;
}

/** @param month 'YYYY-MM' */
export function monthSpan(month: string): MonthSpan {
  const from = localDate(`${month}-01`);
  const next = addMonths(from, 1);
  return { from, to: addDays(next, -1), days: daysBetween(from, next) };
}

export const monthOf = (date: string): string => date.slice(0, 7);
