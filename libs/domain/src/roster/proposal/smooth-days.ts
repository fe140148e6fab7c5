import { addDays, type LocalDate, lotOf } from '../../shared';
import type { RosterFacts } from '../roster-facts';
import type { WorkPlan, Worker } from './plan-days';
import { isWeekend } from './plan-days';

/** Exchanges tried for each person and day. */
const ROUNDS = 12;

/**
 * Makes single days of work or rest rarer: two people exchange a day each, where that leaves the heads of both days, their
 * wishes and the days in a row as good as they were. The same seed gives the same.
 */
export function smoothDays(
  plan: WorkPlan,
  workers: readonly Worker[],
  days: readonly LocalDate[],
  facts: RosterFacts,
  seed: string,
): WorkPlan {
  const states = workers.map(({ member, free, taken }) => ({
    ...{ number: member.staffNumber, free, taken },
    on: new Set(plan.get(member.staffNumber)),
    wishes: new Set(
      facts.wishes
        .filter(({ staffNumber, kind }) => kind === 'day-off' && staffNumber === member.staffNumber)
        .map(({ day }) => day),
    ),
  }));
  const most = facts.policy.mostConsecutiveDays;
  const tries = states.length * days.length * ROUNDS;
  const lot = lots(seed);
  for (let count = 0; count < tries && states.length > 1; count++) {
    const one = states[Math.floor(lot() * states.length)];
    const other = states[Math.floor(lot() * states.length)];
    const gives = days[Math.floor(lot() * days.length)];
    const takes = days[Math.floor(lot() * days.length)];
    if (!one || !other || one === other || gives === undefined || takes === undefined) continue;
    if (!canExchange(one, other, gives, takes)) continue;
    const before = roughness(one, most) + roughness(other, most);
    exchange(one, other, gives, takes);
    if (roughness(one, most) + roughness(other, most) >= before) exchange(one, other, takes, gives);
  }
  return new Map(states.map(({ number, on }) => [number, on]));
}

interface State {
  readonly on: Set<LocalDate>;
  readonly free: ReadonlySet<LocalDate>;
  readonly taken: ReadonlySet<LocalDate>;
  readonly wishes: ReadonlySet<LocalDate>;
}

/** Weekends are exchanged for weekends only, so that they stay shared out. */
function canExchange(one: State, other: State, gives: LocalDate, takes: LocalDate): boolean {
  if (isWeekend(gives) !== isWeekend(takes)) return false;
  const moves = one.on.has(gives) && !one.on.has(takes) && other.on.has(takes) && !other.on.has(gives);
  if (!moves || !one.free.has(takes) || !other.free.has(gives)) return false;
  return !one.wishes.has(takes) && !other.wishes.has(gives);
}

function exchange(one: State, other: State, gives: LocalDate, takes: LocalDate): void {
  one.on.delete(gives);
  one.on.add(takes);
  other.on.delete(takes);
  other.on.add(gives);
}

const ALONE = 2;
const TOO_LONG = 1000;

/** Starts of rows of work, more for rows and rests of a single day; rows beyond the limit cost more than anything. */
function roughness({ on, taken }: State, most: number): number {
  const works = (date: LocalDate) => on.has(date) || taken.has(date);
  let cost = 0;
  for (const date of on) {
    if (works(addDays(date, -1))) continue;
    let length = 1;
    while (works(addDays(date, length))) length++;
    cost += 1 + (length === 1 ? ALONE : 0) + (works(addDays(date, -2)) ? ALONE : 0);
  }
  for (const date of on) cost += rowAround(date, works) > most ? TOO_LONG : 0;
  return cost;
}

function rowAround(date: LocalDate, works: (date: LocalDate) => boolean): number {
  let length = 1;
  for (let back = 1; works(addDays(date, -back)); back++) length++;
  for (let ahead = 1; works(addDays(date, ahead)); ahead++) length++;
  return length;
}

/** Lots one after the other. */
function lots(seed: string): () => number {
  let count = 0;
  return () => lotOf(seed, String(count++));
}
