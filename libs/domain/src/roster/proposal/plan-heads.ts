import { addDays, type LocalDate } from '../../shared';
import type { CoverPart } from './day-cover';
import { Milp, type SolveMilp, type Term } from './milp';

/** What a missing head costs for a quarter of an hour, and one above the need. */
const MISSING_AT_PEAK = 2;
const MISSING_ON_MEAN = 4;
const WITHOUT_SPARE = 0.2;
/** The first half of the need comes before the whole of another day's, and nothing is left empty. */
const MISSING_OF_HALF = 4;
const EMPTY = 20;

/** How many shifts of each template every day should have; `undefined` where the solver found nothing in time. */
export function planHeads(
  days: readonly LocalDate[],
  parts: readonly CoverPart[],
  templates: number,
  available: ReadonlyMap<LocalDate, number>,
  capacity: number,
  solve: (model: Milp) => ReturnType<SolveMilp>,
): { readonly heads: ReadonlyMap<LocalDate, readonly number[]> | undefined; readonly cutByTime: boolean } {
  const model = new Milp();
  const shifts = new Map(
    days.map((date) => {
      const most = available.get(date) ?? 0;
      const counts = Array.from({ length: templates }, () => model.count(most));
      model.row(ones(counts), '<=', most);
      return [date, counts];
    }),
  );
  model.row(ones([...shifts.values()].flat()), '<=', capacity);
  for (const { date, covering, quarters, most, mean } of parts) {
    const cover = covering.flatMap(({ template, daysBack }): Term[] => {
      const count = shifts.get(addDays(date, -daysBack))?.[template];
      return count === undefined ? [] : [[count, 1]];
    });
    const atLeast = (need: number, cost: number) => {
      if (need > 0 && cover.length > 0) model.row([...cover, [model.slack(cost), 1]], '>=', need);
    };
    atLeast(most, MISSING_AT_PEAK * quarters);
    atLeast(mean, MISSING_ON_MEAN * quarters);
    atLeast(mean / 2, MISSING_OF_HALF * quarters);
    atLeast(Math.min(1, most), EMPTY * quarters);
    atLeast(most * 1.15 + 1, WITHOUT_SPARE * quarters);
  }
  const { values, cutByTime } = solve(model);
  if (!values) return { heads: undefined, cutByTime };
  const heads = [...shifts].map(
    ([date, counts]) => [date, counts.map((count) => Math.round(values[count] ?? 0))] as const,
  );
  return { heads: new Map(heads), cutByTime };
}

export const ones = (variables: readonly number[]): Term[] =>
  variables.map((variable): Term => [variable, 1]);
