import { addDays, type LocalDate, lotOf } from '../../shared';
import type { RosterFacts } from '../roster-facts';
import { patternWorks, type WorkPattern } from '../work-pattern';
import { Milp, type SolveMilp, type Term } from './milp';
import type { Worker, WorkPlan } from './plan-days';
import { ones } from './plan-heads';

const TOO_FEW = 100;
const TOO_MANY = 1;
const WISH = 10;
const TOO_LONG = 50;

export interface PatternPlan {
  readonly plan: WorkPlan;
  readonly anchors: Readonly<Record<string, LocalDate>>;
  readonly cutByTime: boolean;
}

/**
 * Everybody works by one cycle and gets the phase with which the days have enough heads and most wishes are met. Who has a
 * pattern already goes on with it. Beside their pattern's rest, days off are given for wishes as far as no more are off
 * than policy lets (L264). @param off how many are off on a day so far, leave included; it is counted on
 */
export function planPattern(
  cycle: WorkPattern['cycle'],
  workers: readonly Worker[],
  days: readonly LocalDate[],
  heads: ReadonlyMap<LocalDate, number>,
  facts: RosterFacts,
  seed: string,
  off: Map<LocalDate, number>,
  solve: (model: Milp) => ReturnType<SolveMilp>,
): PatternPlan {
  const first = days[0];
  if (first === undefined) return { plan: new Map(), anchors: {}, cutByTime: false };
  const wishes = dayOffWishes(facts);
  const model = new Milp();
  const phases = workers.map((worker) => {
    const { member, free } = worker;
    const anchors = member.pattern
      ? [member.pattern.anchor]
      : cycle.map((_, phase) => addDays(first, -phase));
    const choices = anchors.map((anchor) => {
      const on = days.filter(
        (date) => free.has(date) && patternWorks(member.pattern?.cycle ?? cycle, anchor, date),
      );
      const broken = on.filter((date) => wishes.has(`${member.staffNumber} ${date}`)).length;
      const long = daysTooMany(on, worker, first, facts.policy.mostConsecutiveDays);
      const cost = broken * WISH + long * TOO_LONG + lotOf(seed, `${member.staffNumber} ${anchor}`);
      return { anchor, on: new Set(on), choice: model.choice(cost) };
    });
    model.row(ones(choices.map(({ choice }) => choice)), '=', 1);
    return choices;
  });
  for (const date of days) {
    const there = phases.flat().filter(({ on }) => on.has(date));
    const terms: Term[] = ones(there.map(({ choice }) => choice));
    model.row([...terms, [model.slack(TOO_FEW), 1], [model.slack(TOO_MANY), -1]], '=', heads.get(date) ?? 0);
  }
  const { values, cutByTime } = solve(model);
  const chosen = phases.map((choices, index) => {
    const best = values && choices.find(({ choice }) => (values[choice] ?? 0) > 0.5);
    return best ?? choices[index % choices.length];
  });
  const plan = new Map(
    workers.map(({ member }, index) => [member.staffNumber, new Set(chosen[index]?.on ?? [])] as const),
  );
  giveWishes(plan, wishes, off, facts.policy.mostOffADay);
  const anchors = workers.flatMap(({ member }, index) => {
    const anchor = chosen[index]?.anchor;
    return anchor === undefined ? [] : [[member.staffNumber, anchor] as const];
  });
  return { plan, anchors: Object.fromEntries(anchors), cutByTime };
}

/** How many days too many a phase makes in a row with what was worked before the month. */
function daysTooMany(on: readonly LocalDate[], { taken }: Worker, first: LocalDate, most: number): number {
  const planned = new Set(on);
  let length = 0;
  for (let back = 1; taken.has(addDays(first, -back)); back++) length++;
  for (let ahead = 0; planned.has(addDays(first, ahead)); ahead++) length++;
  return planned.has(first) ? Math.max(0, length - most) : 0;
}

function dayOffWishes({ wishes }: RosterFacts): Set<string> {
  return new Set(
    wishes.filter(({ kind }) => kind === 'day-off').map(({ staffNumber, day }) => `${staffNumber} ${day}`),
  );
}

/** In the order in which they were stated, one for everybody before a second for anybody. */
function giveWishes(
  plan: ReadonlyMap<string, Set<LocalDate>>,
  wishes: ReadonlySet<string>,
  off: Map<LocalDate, number>,
  most: number,
): void {
  const given = new Map<string, number>();
  const open = [...wishes].map((wish) => {
    const [staffNumber = '', date = ''] = wish.split(' ');
    return { staffNumber, date: date as LocalDate };
  });
  for (let round = 0; round < 31; round++) {
    for (const { staffNumber, date } of open) {
      if ((given.get(staffNumber) ?? 0) !== round || (off.get(date) ?? 0) >= most) continue;
      if (plan.get(staffNumber)?.delete(date) !== true) continue;
      off.set(date, (off.get(date) ?? 0) + 1);
      given.set(staffNumber, round + 1);
    }
  }
}
