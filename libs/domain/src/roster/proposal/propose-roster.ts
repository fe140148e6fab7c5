import { type LocalDate, lotOf } from '../../shared';
import { daysOf } from '../check-cover';
import { checkRoster } from '../check-roster';
import type { RosterFacts } from '../roster-facts';
import { timesOf } from '../shift-template';
import { PERSON_CODES } from '../violation';
import { coverParts, type CoverPart } from './day-cover';
import type { Milp, MilpAnswer, SolveMilp } from './milp';
import { planDays, plainDays, type Worker, workersOf, type WorkPlan } from './plan-days';
import { planHeads } from './plan-heads';
import { planPattern } from './plan-pattern';
import { planShifts } from './plan-shifts';
import type { RosterProposal, ProposalRequest, ProposedShift, TellProgress } from './proposal-request';
import { withReserve } from './reserve';
import type { ShiftPlan } from './shift-board';
import { smoothDays } from './smooth-days';

/**
 * Proposes a month (§8): how many of each shift every day, who works on which days, who has which shift; leaders behind
 * the agents, so that they are where agents are. What no plan could keep of a person's own rules is taken out again, and
 * whatever is missing then is told by name and day: the proposal answers to the same checks as a roster made by hand.
 * The same request gives the same proposal unless the time is up (`cutByTime`).
 */
export function proposeRoster(
  request: ProposalRequest,
  solve: SolveMilp,
  tell: TellProgress,
): RosterProposal {
  const { facts, templates } = request;
  const days = daysOf(facts.from, facts.to);
  const budget = new Budget(request.seconds, solve, request.seed);
  const workers = workersOf(facts, days, request.workDays);
  const parts = coverParts(facts, templates);
  tell('heads', 0);
  const teams = [
    workers.filter(({ member }) => !member.leader),
    workers.filter(({ member }) => member.leader),
  ];
  const anchors: Record<string, LocalDate> = {};
  const shifts: ProposedShift[] = [];
  const off = new Map<LocalDate, number>();
  for (const { date } of facts.leave) off.set(date, (off.get(date) ?? 0) + 1);
  teams.forEach((team, index) => {
    const isLeaders = index === 1;
    const ownParts = isLeaders ? leaderParts(parts, shifts) : withReserveHeads(parts, facts);
    const share = (stage: 'days-off' | 'shifts', done: number) =>
      tell(stage, Math.round(isLeaders ? 80 + 15 * done : done * 80));
    const planned = planTeam(request, team, days, ownParts, off, budget, share);
    Object.assign(anchors, planned.anchors);
    shifts.push(...materialised(request, planned.shifts));
  });
  tell('checks', 95);
  const reserved = withReserve(shifts, parts, facts, templates, request.seed);
  const withPatterns = { ...facts, staff: patterned(request, anchors) };
  const { kept, dropped } = withoutFaults(reserved, withPatterns);
  const unmet = checkRoster({ ...withPatterns, shifts: kept });
  return { shifts: kept, anchors, unmet, dropped, cutByTime: budget.cutByTime };
}

interface Team {
  readonly shifts: ShiftPlan;
  readonly anchors: Readonly<Record<string, LocalDate>>;
}

function planTeam(
  request: ProposalRequest,
  team: readonly Worker[],
  days: readonly LocalDate[],
  parts: readonly CoverPart[],
  off: Map<LocalDate, number>,
  budget: Budget,
  tell: (stage: 'days-off' | 'shifts', done: number) => void,
): Team {
  const { facts, templates, seed, pattern } = request;
  const available = new Map(days.map((date) => [date, team.filter(({ free }) => free.has(date)).length]));
  const capacity = team.reduce((sum, { workDays }) => sum + workDays, 0);
  const solving = (share: number) => (model: Milp) => budget.solve(model, share);
  const { heads } = planHeads(days, parts, templates.length, available, capacity, solving(0.1));
  tell('days-off', 0.1);
  const wanted = spread(days, heads, available, capacity);
  let plan: WorkPlan;
  let anchors: Team['anchors'] = {};
  if (pattern) {
    ({ plan, anchors } = planPattern(pattern, team, days, wanted, facts, seed, off, solving(0.4)));
  } else {
    const found = planDays(team, days, wanted, facts, seed, solving(0.4)).plan;
    plan = found
      ? smoothDays(found, team, days, facts, seed)
      : plainDays(team, days, facts.policy.mostConsecutiveDays);
  }
  tell('shifts', 0.4);
  const input = { plan, workers: team, days, parts, templates, facts, seed };
  const { shifts } = planShifts(input, solving(0.15), (done) => tell('shifts', 0.4 + 0.6 * done));
  return { shifts, anchors };
}

/** Heads of each day: what the plan of heads wants, and what is left of everybody's days shared out over it. */
function spread(
  days: readonly LocalDate[],
  heads: ReadonlyMap<LocalDate, readonly number[]> | undefined,
  available: ReadonlyMap<LocalDate, number>,
  capacity: number,
): Map<LocalDate, number> {
  const wanted = days.map((date) => (heads?.get(date) ?? []).reduce((sum, count) => sum + count, 0));
  const total = wanted.reduce((sum, count) => sum + count, 0);
  const even = capacity / Math.max(1, days.length);
  let carried = 0;
  return new Map(
    days.map((date, index) => {
      const own = wanted[index] ?? 0;
      const exact = (total > 0 ? (own * capacity) / total : even) + carried;
      const whole = Math.min(available.get(date) ?? 0, Math.max(0, Math.round(exact)));
      carried = exact - whole;
      return [date, whole];
    }),
  );
}

/** A leader wherever agents are, and the rest of them where most agents are. */
function leaderParts(parts: readonly CoverPart[], shifts: readonly ProposedShift[]): CoverPart[] {
  const busiest = Math.max(1, ...parts.map(({ most }) => most));
  return parts.map((part) => {
    const there = shifts.length > 0 ? 1 : 0;
    return { ...part, most: there, mean: there === 0 ? 0 : Math.max(0.5, part.mean / busiest) };
  });
}

function withReserveHeads(parts: readonly CoverPart[], { policy }: RosterFacts): CoverPart[] {
  const factor = 1 + policy.reservePercent / 100;
  return parts.map((part) => ({ ...part, most: Math.ceil(part.most * factor), mean: part.mean * factor }));
}

function materialised({ templates }: ProposalRequest, plan: ShiftPlan): ProposedShift[] {
  return [...plan].flatMap(([staffNumber, days]) =>
    [...days].flatMap(([workDate, index]) => {
      const template = templates[index];
      if (!template) return [];
      const { code, version } = template;
      const facts = { staffNumber, workDate, templateCode: code, templateVersion: version };
      return [{ ...facts, duty: 'regular' as const, ...timesOf(template, workDate) }];
    }),
  );
}

function patterned({ facts, pattern }: ProposalRequest, anchors: Readonly<Record<string, LocalDate>>) {
  return facts.staff.map((member) => {
    const anchor = anchors[member.staffNumber];
    if (member.pattern || !pattern || anchor === undefined) return member;
    return { ...member, pattern: { cycle: pattern, anchor } };
  });
}

/** Takes shifts out until nobody's own rules are broken. */
function withoutFaults(
  shifts: readonly ProposedShift[],
  facts: RosterFacts,
): { kept: ProposedShift[]; dropped: RosterProposal['dropped'] } {
  const personal: ReadonlySet<string> = new Set(PERSON_CODES);
  const dropped: { staffNumber: string; date: LocalDate }[] = [];
  let kept = [...shifts];
  for (;;) {
    const faults = checkRoster({ ...facts, shifts: kept, needs: [], wishes: [] }).filter(({ code }) =>
      personal.has(code),
    );
    if (faults.length === 0) return { kept, dropped };
    const broken = new Set(faults.map(({ staffNumber, date }) => `${staffNumber} ${date}`));
    const out = kept.filter(({ staffNumber, workDate }) => broken.has(`${staffNumber} ${workDate}`));
    // A fault is told with a day of the roster, so that each round takes something out.
    if (out.length === 0)
      return {
        kept: [],
        dropped: shifts.map(({ staffNumber, workDate }) => ({ staffNumber, date: workDate })),
      };
    const gone = new Set(out);
    kept = kept.filter((shift) => !gone.has(shift));
    dropped.push(...out.map(({ staffNumber, workDate }) => ({ staffNumber, date: workDate })));
  }
}

/** Shares the time out over the parts of the plan. */
class Budget {
  cutByTime = false;
  private readonly seed: number;

  constructor(
    private readonly seconds: number,
    private readonly solver: SolveMilp,
    seed: string,
  ) {
    this.seed = Math.floor(lotOf(seed, 'solver') * 2 ** 30);
  }

  solve(model: Milp, share: number): MilpAnswer {
    const answer = this.solver(model, { seconds: this.seconds * share, seed: this.seed, gap: 0.02 });
    if (answer.cutByTime) this.cutByTime = true;
    return answer;
  }
}
