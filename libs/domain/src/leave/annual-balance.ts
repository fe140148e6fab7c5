import { addDays, daysBetween, type LocalDate, localDate } from '../shared';
import type { LeavePolicy } from './leave-policy';

export interface AnnualBalance {
  readonly year: number;
  /** Days of the year itself: by years of service, or as HR set them. */
  readonly entitledDays: number;
  readonly carriedDays: number;
  /** Approved. */
  readonly takenDays: number;
  /** Asked for, and not decided. */
  readonly reservedDays: number;
  readonly leftDays: number;
}

export interface AnnualUse {
  readonly taken: number;
  readonly reserved: number;
}

export interface AnnualQuestion {
  readonly year: number;
  readonly hiredOn: LocalDate;
  /** Days that HR set for a year, e.g. for years worked elsewhere. */
  readonly setDays: (year: number) => number | undefined;
  /** Half days used in a year. */
  readonly usedHalves: (year: number) => AnnualUse;
}

const LONGEST_SERVICE_YEARS = 60;

/** Annual leave of a year: what is due, what came over from the year before (carried days go first), what is used. */
export function annualBalance(
  question: AnnualQuestion,
  { annual }: Pick<LeavePolicy, 'annual'>,
): AnnualBalance {
  const { year, hiredOn, setDays, usedHalves } = question;
  const first = Math.max(Number(hiredOn.slice(0, 4)), year - LONGEST_SERVICE_YEARS);
  let carriedDays = 0;
  for (let before = first; before < year; before += 1) {
    const due = (setDays(before) ?? entitledDays(hiredOn, before, annual)) + carriedDays;
    const { taken, reserved } = usedHalves(before);
    const unused = Math.max(0, due - (taken + reserved) / 2);
    carriedDays = Math.min(annual.carryDays, unused);
  }
  const entitled = setDays(year) ?? entitledDays(hiredOn, year, annual);
  const { taken, reserved } = usedHalves(year);
  return {
    year,
    entitledDays: entitled,
    carriedDays,
    takenDays: taken / 2,
    reservedDays: reserved / 2,
    leftDays: entitled + carriedDays - (taken + reserved) / 2,
  };
}

/**
 * Days due in a year by the service completed on 1 January; in the year in which a year is completed for the first time,
 * the share of what is left of it, whole days only.
 */
export function entitledDays(hiredOn: LocalDate, year: number, { bands }: LeavePolicy['annual']): number {
  const daysFrom = (years: number) =>
    [...bands]
      .sort((one, other) => other.fromYears - one.fromYears)
      .find(({ fromYears }) => years >= fromYears)?.days ?? 0;
  const hiredYear = Number(hiredOn.slice(0, 4));
  const anniversary = `${year}${hiredOn.slice(4)}`.replace(`${year}-02-29`, `${year}-03-01`);
  const completed = year - hiredYear - (anniversary > `${year}-01-01` ? 1 : 0);
  if (completed >= 1 || year - hiredYear < 1) return daysFrom(completed);
  const left = daysBetween(localDate(anniversary), addDays(localDate(`${year}-12-31`), 1));
  return Math.floor((daysFrom(1) * left) / 365);
}
