import { daysBetween, type LocalDate } from '../shared';

/**
 * Whether a change is told early enough to hold without consent (L266): so many whole days between today and the first day
 * that it touches. What is over is never early enough.
 */
export function isEarlyEnough(today: LocalDate, firstTouched: LocalDate, noticeDays: number): boolean {
  return daysBetween(today, firstTouched) >= noticeDays;
}
