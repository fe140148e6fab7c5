import { addDays, type LocalDate, lotOf } from '../../shared';
import type { RosterFacts } from '../roster-facts';
import { isWeekend, type Worker, type WorkPlan } from './plan-days';

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
  const most = facts.policy.mostConsecutiveDays;
  const states = workers.map((worker) => stateOf(worker, plan, days, facts, most));
  const weekends = days.map(isWeekend);
  const lot = lots(seed);
  for (let tries = states.length * days.length * ROUNDS; tries > 0 && states.length > 1; tries--) {
    const one = states[Math.floor(lot() * states.length)];
    const other = states[Math.floor(lot() * states.length)];
    const [gives, takes] = [Math.floor(lot() * days.length), Math.floor(lot() * days.length)];
    // Weekends are exchanged for weekends only, so that they stay shared out.
    if (!one || !other || one === other || weekends[gives] !== weekends[takes]) continue;
    if (!canExchange(one, other, gives, takes)) continue;
    const before = roughness(one, most) + roughness(other, most);
    exchange(one, other, gives, takes);
    if (roughness(one, most) + roughness(other, most) >= before) exchange(one, other, takes, gives);
  }
  return new Map(
    states.map(({ number, works, margin }) => [
      number,
      new Set(days.filter((_, day) => works[day + margin] === PLANNED)),
    ]),
  );
}

const [OFF, PLANNED, TAKEN] = [0, 1, 2];

/** Days by their place in the month; `margin` days before and behind it are known too. */
interface State {
  readonly number: string;
  readonly margin: number;
  /** Off, planned or taken by another shift, of each day with its margins. */
  readonly works: Uint8Array;
  /** 1 where the person may get the day: free, and not wished off. */
  readonly open: Uint8Array;
}

function stateOf(
  { member, free, taken }: Worker,
  plan: WorkPlan,
  days: readonly LocalDate[],
  { wishes }: RosterFacts,
  most: number,
): State {
  const { staffNumber } = member;
  const margin = most + 2;
  const works = new Uint8Array(days.length + 2 * margin);
  const planned = plan.get(staffNumber) ?? new Set();
  const first = days[0];
  if (first !== undefined) {
    for (let index = 0; index < works.length; index++) {
      const date = addDays(first, index - margin);
      works[index] = taken.has(date) ? TAKEN : planned.has(date) ? PLANNED : OFF;
    }
  }
  const wished = new Set(
    wishes
      .filter((wish) => wish.kind === 'day-off' && wish.staffNumber === staffNumber)
      .map(({ day }) => day),
  );
  const open = Uint8Array.from(days, (date) => (free.has(date) && !wished.has(date) ? 1 : 0));
  return { number: staffNumber, margin, works, open };
}

function canExchange(one: State, other: State, gives: number, takes: number): boolean {
  const { margin } = one;
  const moves = one.works[gives + margin] === PLANNED && other.works[takes + margin] === PLANNED;
  const fits = one.works[takes + margin] === OFF && other.works[gives + margin] === OFF;
  return moves && fits && one.open[takes] === 1 && other.open[gives] === 1;
}

function exchange(one: State, other: State, gives: number, takes: number): void {
  const { margin } = one;
  one.works[gives + margin] = OFF;
  one.works[takes + margin] = PLANNED;
  other.works[takes + margin] = OFF;
  other.works[gives + margin] = PLANNED;
}

const ALONE = 2;
const TOO_LONG = 1000;

/** Rows of work, more for rows and rests of a single day; rows beyond the limit cost more than anything. */
function roughness({ works }: State, most: number): number {
  let cost = 0;
  for (let start = 0; start < works.length; start++) {
    if (works[start] === OFF) continue;
    let end = start;
    while (end + 1 < works.length && works[end + 1] !== OFF) end++;
    const length = end - start + 1;
    const restOfOneDay = start >= 2 && works[start - 2] !== OFF;
    cost +=
      1 + (length === 1 ? ALONE : 0) + (restOfOneDay ? ALONE : 0) + Math.max(0, length - most) * TOO_LONG;
    start = end;
  }
  return cost;
}

/** Lots one after the other. */
function lots(seed: string): () => number {
  let count = 0;
  return () => lotOf(seed, String(count++));
}
