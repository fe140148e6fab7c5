import { type SolveMilp, toLpText } from '@switchyard/domain';
import highs from 'highs';

/** HiGHS says so of a solution, proved good enough or the best until the time was up. */
const PROVED = 'Optimal';
const CUT = 'Time limit reached';

/**
 * HiGHS, a fresh instance for each program. It blocks the thread until it is done: for worker threads only.
 * @throws Error when the program is none; one without a solution is answered without values
 */
export async function loadSolver(): Promise<SolveMilp> {
  const solver = await highs();
  return (model, { seconds, seed, gap }) => {
    const limits = { time_limit: seconds, random_seed: seed, mip_rel_gap: gap, output_flag: false };
    const solution = solver.solve(toLpText(model), limits);
    const cutByTime = solution.Status === CUT;
    const columns: Readonly<Record<string, object>> = solution.Columns;
    const values = model.variables.map((_, index) => primalOf(columns[`v${index}`]));
    const known = values.filter((value): value is number => value !== undefined && Number.isFinite(value));
    const found = (solution.Status === PROVED || cutByTime) && known.length === values.length;
    return { cutByTime, ...(found && fits(model, known) && { values: known }) };
  };
}

/** What has no solution has columns without values. */
function primalOf(column: object | undefined): number | undefined {
  return column && 'Primal' in column && typeof column.Primal === 'number' ? column.Primal : undefined;
}

/** What is there when the time is up may be no solution yet. */
function fits({ rows, variables }: Parameters<SolveMilp>[0], values: readonly number[]): boolean {
  const near = 1e-4;
  const whole = variables.every(({ whole: must }, index) => {
    const value = values[index] ?? 0;
    return !must || Math.abs(value - Math.round(value)) < near;
  });
  return (
    whole &&
    rows.every(({ terms, relation, bound }) => {
      const sum = terms.reduce((all, [variable, factor]) => all + factor * (values[variable] ?? 0), 0);
      if (relation === '<=') return sum <= bound + near;
      return relation === '>=' ? sum >= bound - near : Math.abs(sum - bound) <= near;
    })
  );
}
