export type Term = readonly [variable: number, factor: number];

export interface MilpRow {
  readonly terms: readonly Term[];
  readonly relation: '<=' | '>=' | '=';
  readonly bound: number;
}

export interface MilpVariable {
  readonly cost: number;
  readonly lower: number;
  /** Absent: without a bound. */
  readonly upper?: number;
  readonly whole: boolean;
}

/** A mixed-integer linear program that is to be minimised. */
export class Milp {
  readonly variables: MilpVariable[] = [];
  readonly rows: MilpRow[] = [];

  /** 0 or 1. */
  choice(cost = 0): number {
    return this.variables.push({ cost, lower: 0, upper: 1, whole: true }) - 1;
  }

  /** A whole number from 0 on. */
  count(upper: number, cost = 0): number {
    return this.variables.push({ cost, lower: 0, upper, whole: true }) - 1;
  }

  /** Any number from 0 on, usually what is missing or too much. */
  slack(cost: number, upper?: number): number {
    return this.variables.push({ cost, lower: 0, whole: false, ...(upper !== undefined && { upper }) }) - 1;
  }

  row(terms: readonly Term[], relation: MilpRow['relation'], bound: number): void {
    if (terms.length > 0) this.rows.push({ terms, relation, bound });
  }

  addCost(variable: number, cost: number): void {
    const known = this.variables[variable];
    if (known) this.variables[variable] = { ...known, cost: known.cost + cost };
  }
}

export interface SolveLimits {
  readonly seconds: number;
  readonly seed: number;
  /** Relative gap that is good enough. */
  readonly gap: number;
}

export interface MilpAnswer {
  /** A value for every variable; absent where none was found in time. */
  readonly values?: readonly number[];
  /** The time was up before it was proved good enough: another run may answer otherwise. */
  readonly cutByTime: boolean;
}

/** Whoever solves the program; blocks until it is done. */
export type SolveMilp = (model: Milp, limits: SolveLimits) => MilpAnswer;

/** The program in CPLEX's LP format, variables named v0, v1, … */
export function toLpText({ variables, rows }: Milp): string {
  const sum = (terms: readonly Term[]) =>
    terms.map(([variable, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} v${variable}`);
  const lines = (parts: readonly string[]) => chunked(parts, 40).map((chunk) => ` ${chunk.join(' ')}`);
  const costs = variables.flatMap(({ cost }, index): Term[] => (cost === 0 ? [] : [[index, cost]]));
  const named = (whole: boolean) =>
    variables.flatMap((variable, index) => (variable.whole === whole ? [`v${index}`] : []));
  return [
    'Minimize',
    ...lines(costs.length > 0 ? sum(costs) : ['0 v0']),
    'Subject To',
    ...rows.flatMap(({ terms, relation, bound }, index) => [
      ` r${index}:`,
      ...lines(sum(terms)),
      ` ${relation} ${bound}`,
    ]),
    'Bounds',
    ...variables.map(
      ({ lower, upper }, index) => ` ${lower} <= v${index}${upper === undefined ? '' : ` <= ${upper}`}`,
    ),
    'General',
    ...lines(named(true)),
    'End',
    '',
  ].join('\n');
}

function chunked<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
