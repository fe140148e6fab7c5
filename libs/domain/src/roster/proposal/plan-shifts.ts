import { addDays, type LocalDate, lotOf } from '../../shared';
import type { RosterFacts } from '../roster-facts';
import type { CoverPart } from './day-cover';
import { Milp, type SolveMilp, type Term } from './milp';
import { type Row, ShiftBoard, type ShiftPlan, type ShiftPlanInput } from './shift-board';

const WINDOW_DAYS = 7;
const MISSING_AT_PEAK = 8;
const MISSING_ON_MEAN = 16;
const MISSING_OF_HALF = 16;
const EMPTY = 80;
const MISSING_SKILL = 60;

/**
 * Gives every row of days a template, a week of rows after the other: heads in every part of the day first, then skills,
 * then wishes; nights go to who had fewest. What would break rest against the rows before is not even offered.
 */
export function planShifts(
  input: ShiftPlanInput,
  solve: (model: Milp) => ReturnType<SolveMilp>,
  tell: (done: number) => void,
): { readonly shifts: ShiftPlan; readonly cutByTime: boolean } {
  const { days, facts } = input;
  const board = new ShiftBoard(input);
  let cutByTime = false;
  for (let start = 0; start < days.length; start += WINDOW_DAYS) {
    const span = new Set(days.slice(start, start + WINDOW_DAYS));
    const rows = board.rows.filter(({ days: [first] }) => first !== undefined && span.has(first));
    cutByTime = assign(rows, span, board, facts, input, solve) || cutByTime;
    tell(Math.min(1, (start + WINDOW_DAYS) / days.length));
  }
  return { shifts: board.assigned, cutByTime };
}

function assign(
  rows: readonly Row[],
  span: ReadonlySet<LocalDate>,
  board: ShiftBoard,
  facts: RosterFacts,
  { parts, templates, seed }: ShiftPlanInput,
  solve: (model: Milp) => ReturnType<SolveMilp>,
): boolean {
  const model = new Milp();
  const offers = rows.map((whole) => {
    const row = board.fitting(whole);
    const choices = templates.flatMap((_, template) => {
      if (!board.allows(row, template)) return [];
      const lot = lotOf(seed, `${row.worker.member.staffNumber} ${row.days[0]} ${template}`);
      return [{ row, template, choice: model.choice(board.costOf(row, template) + lot / 100) }];
    });
    if (choices.length > 0)
      model.row(
        choices.map(({ choice }): Term => [choice, 1]),
        '=',
        1,
      );
    return choices;
  });
  const byDay = offersByDay(offers.flat());
  const cover = (part: CoverPart, fits: (row: Row) => boolean): { terms: Term[]; fixed: number } => ({
    terms: part.covering.flatMap(({ template, daysBack }) =>
      (byDay.get(`${addDays(part.date, -daysBack)} ${template}`) ?? [])
        .filter(({ row }) => fits(row))
        .map(({ choice }): Term => [choice, 1]),
    ),
    fixed: part.covering.reduce(
      (sum, { template, daysBack }) => sum + board.count(addDays(part.date, -daysBack), template, fits),
      0,
    ),
  });
  for (const part of parts.filter((each) => isDecided(each, span))) {
    const { terms, fixed } = cover(part, () => true);
    const atLeast = (need: number, cost: number) => {
      if (need > fixed) model.row([...terms, [model.slack(cost), 1]], '>=', need - fixed);
    };
    atLeast(part.most, MISSING_AT_PEAK * part.quarters);
    atLeast(part.mean, MISSING_ON_MEAN * part.quarters);
    atLeast(part.mean / 2, MISSING_OF_HALF * part.quarters);
    atLeast(Math.min(1, part.most), EMPTY * part.quarters);
    for (const { skill, least, fromMinute, toMinute } of facts.policy.skillCover) {
      if (part.minute < fromMinute || part.minute >= toMinute) continue;
      const skilled = cover(part, ({ worker }) => worker.member.skills.includes(skill));
      const missing = model.slack(MISSING_SKILL * part.quarters);
      model.row([...skilled.terms, [missing, 1]], '>=', least - skilled.fixed);
    }
  }
  const { values, cutByTime } = solve(model);
  offers.forEach((choices, index) => {
    const chosen = values && choices.find(({ choice }) => (values[choice] ?? 0) > 0.5);
    const { row, template } = chosen ?? choices[index % Math.max(1, choices.length)] ?? {};
    if (row !== undefined && template !== undefined) board.put(row, template);
  });
  return cutByTime;
}

/** Begun within the span, and by nothing that is still to come: the small hours behind it belong to its last night. */
function isDecided({ date, covering }: CoverPart, span: ReadonlySet<LocalDate>): boolean {
  const starts = covering.map(({ daysBack }) => addDays(date, -daysBack));
  const last = [...span].at(-1) ?? date;
  return starts.some((start) => span.has(start)) && starts.every((start) => start <= last);
}

interface Offer {
  readonly row: Row;
  readonly template: number;
  readonly choice: number;
}

function offersByDay(offers: readonly Offer[]): Map<string, Offer[]> {
  const groups = new Map<string, Offer[]>();
  for (const offer of offers) {
    for (const date of offer.row.days) {
      const key = `${date} ${offer.template}`;
      groups.set(key, [...(groups.get(key) ?? []), offer]);
    }
  }
  return groups;
}
