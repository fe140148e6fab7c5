import { addDays, addMonths, type LocalDate, localDate } from '@switchyard/domain';

/** 'YYYY-MM' as its first day. @throws RangeError when it is no month */
export const firstDayOf = (month: string): LocalDate => localDate(`${month}-01`);

/** The month of a day, 'YYYY-MM'. */
export const monthOf = (day: LocalDate): string => day.slice(0, 7);

/** The last day of the month that begins on a day. */
export const lastDayOf = (first: LocalDate): LocalDate => addDays(addMonths(first, 1), -1);
