import { addDays, addMonths, instantAt, localDate, type LocalDate } from '@switchyard/domain';

export interface MonthSpan {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** Midnight in China with which it begins, and with which it is over. */
  readonly from: Date;
  readonly before: Date;
}

/** A month 'YYYY-MM' of China. @throws RangeError when it is none */
export function monthSpan(month: string): MonthSpan {
  const firstDay = localDate(`${month}-01`);
  const next = addMonths(firstDay, 1);
  return { firstDay, lastDay: addDays(next, -1), from: instantAt(firstDay, 0), before: instantAt(next, 0) };
}

/** The last instant of a month: the policies of then hold for it. */
export const endOfMonth = (month: string): Date => new Date(monthSpan(month).before.getTime() - 1);

/** Months of a quarter (2026-Q3) or a year (2026); undefined for anything else. */
export function monthsOfAppraisal(period: string): readonly string[] | undefined {
  const [, year, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(period) ?? [];
  if (year === undefined) return undefined;
  const first = quarter === undefined ? 1 : 3 * Number(quarter) - 2;
  const count = quarter === undefined ? 12 : 3;
  return Array.from({ length: count }, (_, index) => `${year}-${String(first + index).padStart(2, '0')}`);
}
