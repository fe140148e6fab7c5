import { addDays, type LocalDate, lotOf, weekdayOf } from '../../shared';
import { isEmployed } from '../check-person';
import type { RosterFacts, RosterStaff } from '../roster-facts';
import { Milp, type SolveMilp, type Term } from './milp';
import { ones } from './plan-heads';

const TOO_FEW = 100;
const TOO_MANY = 3;
const IDLE_DAY = 12;
const WISH = 10;
const WEEKEND_ABOVE_MEAN = 5;

/** Somebody, the days on which they can work, and how many of them they should. */
export interface Worker {
  readonly member: RosterStaff;
  readonly free: ReadonlySet<LocalDate>;
  readonly workDays: number;
  /** Days around the month on which they work already. */
  readonly taken: ReadonlySet<LocalDate>;
}

export type WorkPlan = ReadonlyMap<string, ReadonlySet<LocalDate>>;

/** Everybody of the roster with the days that leave, employment and other shifts allow them. */
export function workersOf(facts: RosterFacts, days: readonly LocalDate[], workDays: number): Worker[] {
  const leave = new Set(facts.leave.map(({ staffNumber, date }) => `${staffNumber} ${date}`));
  const taken = new Map<string, Set<LocalDate>>();
  for (const { staffNumber, workDate } of facts.others) {
    taken.set(staffNumber, (taken.get(staffNumber) ?? new Set()).add(workDate));
  }
  return facts.staff
    .filter(({ suspended }) => !suspended)
    .map((member) => {
      const busy = taken.get(member.staffNumber) ?? new Set();
      const employed = days.filter((date) => isEmployed(member, date));
      const atHome = (date: LocalDate) => leave.has(`${member.staffNumber} ${date}`);
      const free = employed.filter((date) => !atHome(date) && !busy.has(date));
      const share = Math.round((workDays * employed.length) / Math.max(1, days.length));
      const leaveDays = employed.filter(atHome).length;
      const due = Math.max(
        0,
        Math.min(free.length, share - leaveDays - employed.filter((date) => busy.has(date)).length),
      );
      return { member, free: new Set(free), workDays: due, taken: busy };
    })
    .filter(({ free }) => free.size > 0);
}

/**
 * Which days everybody works: enough heads a day, nobody too many days in a row (the days around the month count), wishes
 * and weekends shared out.
 */
export function planDays(
  workers: readonly Worker[],
  days: readonly LocalDate[],
  heads: ReadonlyMap<LocalDate, number>,
  facts: RosterFacts,
  seed: string,
  solve: (model: Milp) => ReturnType<SolveMilp>,
): { readonly plan: WorkPlan | undefined; readonly cutByTime: boolean } {
  const model = new Milp();
  const offWishes = new Set(
    facts.wishes
      .filter(({ kind }) => kind === 'day-off')
      .map(({ staffNumber, day }) => `${staffNumber} ${day}`),
  );
  const weekendHeads = days.filter(isWeekend).reduce((sum, date) => sum + (heads.get(date) ?? 0), 0);
  const fairWeekends = Math.ceil(weekendHeads / Math.max(1, workers.length));
  const works = workers.map((worker) => {
    const { member, free, workDays } = worker;
    const choices = new Map(
      [...free].map((date) => {
        const key = `${member.staffNumber} ${date}`;
        return [date, model.choice((offWishes.has(key) ? WISH : 0) + lotOf(seed, key) / 100)];
      }),
    );
    model.row([...ones([...choices.values()]), [model.slack(IDLE_DAY), 1]], '=', workDays);
    const weekends = [...choices].filter(([date]) => isWeekend(date)).map(([, choice]) => choice);
    model.row([...ones(weekends), [model.slack(WEEKEND_ABOVE_MEAN), -1]], '<=', fairWeekends);
    limitRows(model, worker, choices, days, facts.policy.mostConsecutiveDays);
    return choices;
  });
  for (const date of days) {
    const there = works.flatMap((choices) => choices.get(date) ?? []);
    const terms: Term[] = [...ones(there), [model.slack(TOO_FEW), 1], [model.slack(TOO_MANY), -1]];
    model.row(terms, '=', Math.min(heads.get(date) ?? 0, there.length));
  }
  const { values, cutByTime } = solve(model);
  if (!values) return { plan: undefined, cutByTime };
  const plan = workers.map(({ member }, index) => {
    const chosen = [...(works[index] ?? [])].filter(([, choice]) => (values[choice] ?? 0) > 0.5);
    return [member.staffNumber, new Set(chosen.map(([date]) => date))] as const;
  });
  return { plan: new Map(plan), cutByTime };
}

export const isWeekend = (date: LocalDate): boolean => weekdayOf(date) >= 6;

/** Of `most` + 1 days in a row one is off, those before and behind the month included. */
function limitRows(
  model: Milp,
  { taken }: Worker,
  choices: ReadonlyMap<LocalDate, number>,
  days: readonly LocalDate[],
  most: number,
): void {
  const first = days[0];
  if (first === undefined) return;
  for (let offset = -most; offset < days.length; offset++) {
    const span = Array.from({ length: most + 1 }, (_, index) => addDays(first, offset + index));
    const fixed = span.filter((date) => taken.has(date)).length;
    const open = span.flatMap((date) => choices.get(date) ?? []);
    if (fixed + open.length > most) model.row(ones(open), '<=', Math.max(0, most - fixed));
  }
}

/** Where the solver found nothing in time: five on and two off, everybody a day later than the one before. */
export function plainDays(workers: readonly Worker[], days: readonly LocalDate[], most: number): WorkPlan {
  const cycle = Math.min(5, most) + 2;
  return new Map(
    workers.map(({ member, free, workDays }, index) => {
      const chosen = days
        .filter((date, day) => free.has(date) && (day + index) % cycle < cycle - 2)
        .slice(0, workDays);
      return [member.staffNumber, new Set(chosen)];
    }),
  );
}
