import { addDays, type LocalDate } from '../../shared';
import { byStaff } from '../check-person';
import type { PlannedShift, RosterFacts, RosterWish } from '../roster-facts';
import { isNightShift, type ShiftTemplate, timesOf } from '../shift-template';
import type { CoverPart } from './day-cover';
import type { Worker, WorkPlan } from './plan-days';

/** Days of work in a row: one template for all of them. */
export interface Row {
  readonly worker: Worker;
  readonly days: readonly LocalDate[];
}

export interface ShiftPlanInput {
  readonly plan: WorkPlan;
  readonly workers: readonly Worker[];
  readonly days: readonly LocalDate[];
  readonly parts: readonly CoverPart[];
  readonly templates: readonly ShiftTemplate[];
  readonly facts: RosterFacts;
  readonly seed: string;
}

/** Which template everybody has on each day of work. */
export type ShiftPlan = ReadonlyMap<string, ReadonlyMap<LocalDate, number>>;

const WISH = 10;
const NIGHT = 3;

type Times = Pick<PlannedShift, 'startAt' | 'endAt'>;

/** What is assigned so far, and what another row may still have. */
export class ShiftBoard {
  readonly assigned = new Map<string, Map<LocalDate, number>>();
  readonly rows: readonly Row[];
  private readonly onDay = new Map<string, Row[]>();
  private readonly nights = new Map<string, number>();
  private readonly busy: Map<string, Times[]>;
  private readonly wishes: ReadonlyMap<string, readonly RosterWish[]>;
  private readonly isNight: readonly boolean[];

  constructor(private readonly input: ShiftPlanInput) {
    const { plan, workers, facts, templates } = input;
    this.rows = workers.flatMap((worker) =>
      rowsOf(worker, [...(plan.get(worker.member.staffNumber) ?? [])].sort()),
    );
    this.busy = new Map(byStaff(facts.others));
    this.wishes = byStaff(facts.wishes);
    this.isNight = templates.map(isNightShift);
    for (const { staffNumber, templateCode } of facts.others) {
      if (facts.nightTemplates.has(templateCode)) this.addNights(staffNumber, 1);
    }
  }

  /** Whether the row, as this template, keeps its rest within and against all that is assigned. */
  allows({ worker, days }: Row, template: number): boolean {
    const restMs = this.input.facts.policy.leastRestMinutes * 60_000;
    const all = days.map((date) => this.timesOf(template, date));
    const apart = (one: Times, other: Times) =>
      other.startAt.getTime() - one.endAt.getTime() >= restMs ||
      one.startAt.getTime() - other.endAt.getTime() >= restMs;
    const known = this.busy.get(worker.member.staffNumber) ?? [];
    return all.every(
      (times, index) =>
        known.every((other) => apart(times, other)) && (index === 0 || apart(all[index - 1] ?? times, times)),
    );
  }

  /** The row, without the first days for which nothing can be had: the night before the month may forbid its first day. */
  fitting(row: Row): Row {
    const fits = (part: Row) => this.input.templates.some((_, template) => this.allows(part, template));
    let rest = row;
    while (rest.days.length > 1 && !fits(rest)) rest = { ...rest, days: rest.days.slice(1) };
    return rest;
  }

  costOf({ worker, days }: Row, template: number): number {
    const { staffNumber } = worker.member;
    const code = this.input.templates[template]?.code;
    const broken = (this.wishes.get(staffNumber) ?? []).filter(
      ({ kind, day, templateCode }) =>
        days.includes(day) && kind !== 'day-off' && (templateCode === code) !== (kind === 'shift'),
    ).length;
    const had = this.nights.get(staffNumber) ?? 0;
    const nights = this.isNight[template] === true ? NIGHT * days.length * (had + days.length / 2) : 0;
    return broken * WISH + nights;
  }

  /** How many have this template on a day. */
  count(date: LocalDate, template: number, fits: (row: Row) => boolean): number {
    return (this.onDay.get(`${date} ${template}`) ?? []).filter(fits).length;
  }

  put(row: Row, template: number): void {
    const { staffNumber } = row.worker.member;
    const own = this.assigned.get(staffNumber) ?? new Map<LocalDate, number>();
    const busy = this.busy.get(staffNumber) ?? [];
    this.assigned.set(staffNumber, own);
    this.busy.set(staffNumber, busy);
    for (const date of row.days) {
      own.set(date, template);
      busy.push(this.timesOf(template, date));
      const key = `${date} ${template}`;
      this.onDay.set(key, [...(this.onDay.get(key) ?? []), row]);
    }
    if (this.isNight[template] === true) this.addNights(staffNumber, row.days.length);
  }

  private addNights(staffNumber: string, count: number): void {
    this.nights.set(staffNumber, (this.nights.get(staffNumber) ?? 0) + count);
  }

  private timesOf(template: number, date: LocalDate): Times {
    const found = this.input.templates[template];
    if (!found) throw new RangeError(`there is no template ${template}`);
    return timesOf(found, date);
  }
}

function rowsOf(worker: Worker, days: readonly LocalDate[]): Row[] {
  const rows: LocalDate[][] = [];
  for (const date of days) {
    const last = rows.at(-1);
    if (last !== undefined && last.at(-1) === addDays(date, -1)) last.push(date);
    else rows.push([date]);
  }
  return rows.map((row) => ({ worker, days: row }));
}
