import { addDays, type LocalDate, weekdayOf } from '../shared';

/** Monday of the week of a day. */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(day));
}

/** What has been drawn so far. */
export interface DrawnSoFar {
  readonly days: ReadonlySet<LocalDate>;
  readonly weeks: ReadonlySet<LocalDate>;
  /** The first day of all that was ever drawn; absent before the first draw. */
  readonly firstDay?: LocalDate;
}

/**
 * Days that are over and not drawn yet, the oldest first: yesterday, and what was missed since the first draw, at most `catchUpDays` back.
 */
export function daysToDraw(today: LocalDate, drawn: DrawnSoFar, catchUpDays: number): readonly LocalDate[] {
  const yesterday = addDays(today, -1);
  const earliest = addDays(today, -catchUpDays);
  const from = drawn.firstDay === undefined ? yesterday : later(drawn.firstDay, earliest);
  return daysFrom(from, yesterday).filter((day) => !drawn.days.has(day));
}

/** Mondays of weeks that are over, of which every day since the first draw is drawn, and which have had no draw of their own yet. */
export function weeksToDraw(today: LocalDate, drawn: DrawnSoFar, catchUpDays: number): readonly LocalDate[] {
  const { firstDay } = drawn;
  if (firstDay === undefined) return [];
  const from = mondayOf(later(firstDay, addDays(today, -catchUpDays)));
  return daysFrom(from, addDays(today, -7)).filter(
    (monday) =>
      weekdayOf(monday) === 1 &&
      !drawn.weeks.has(monday) &&
      daysFrom(later(monday, firstDay), addDays(monday, 6)).every((day) => drawn.days.has(day)),
  );
}

function daysFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
