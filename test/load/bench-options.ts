import { parseArgs } from 'node:util';

export const BENCHES = ['dialer', 'ivr', 'flow', 'desk', 'people'] as const;
export type BenchName = (typeof BENCHES)[number];

export const DIALER_PARTS = ['calls', 'import'] as const;
export type DialerPart = (typeof DIALER_PARTS)[number];

export interface BenchOptions {
  readonly bench: BenchName;
  /** Where the figures go as JSON. */
  readonly json?: string;
  readonly parts: readonly DialerPart[];
  /** Rows of the file that is imported, or work orders of the desk. */
  readonly rows: number;
  /** Members of staff of the people side. */
  readonly staff: number;
  /** Seconds of one measurement at one rate. */
  readonly windowSeconds: number;
  /** Rates tried for each of the three ways to call. */
  readonly steps: number;
  /** Calls per second with which each search begins; unset, what a quiet machine of two processors can do. */
  readonly firstRate?: number;
  /** Keeps a CPU profile of the service for each of its runs, in this folder. */
  readonly profile?: string;
}

export const USAGE = `npm run bench -- dialer [--json FILE] [--part calls|import] [--rows N] [--seconds N] [--steps N] [--rate N]

  --json FILE     writes the figures as JSON
  --part PART     one half only
  --rows N        rows of the imported file, 1000 to 5000000; default 1000000
  --seconds N     seconds of one measurement at one rate, 2 to 60; default 8
  --steps N       rates tried at most for each way to call, 1 to 12; default 6
  --rate N        calls per second with which each search begins, 1 to 900; with --steps 1 the only one
  --profile DIR   keeps a CPU profile of the ivr process for each rate, and for the import

npm run bench -- ivr [--json FILE] [--seconds N] [--steps N] [--rate N] [--profile DIR]

npm run bench -- flow [--json FILE] [--seconds N]

npm run bench -- desk [--json FILE] [--rows N]

  --rows N        work orders, each with five rows of history; default 1000000

npm run bench -- people [--json FILE] [--staff N]

  --staff N       members of staff with two years of rosters and punches, 50 to 20000; default 5000`;

/** @throws TypeError naming what is unknown or out of range. */
export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      part: { type: 'string' },
      rows: { type: 'string' },
      staff: { type: 'string' },
      seconds: { type: 'string' },
      steps: { type: 'string' },
      rate: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const [bench, ...more] = positionals;
  if (more.length > 0) throw new TypeError(`${more.join(' ')}: name one bench only`);
  return {
    bench: oneOf('the bench', bench, BENCHES),
    json: values.json,
    parts: values.part === undefined ? DIALER_PARTS : [oneOf('--part', values.part, DIALER_PARTS)],
    rows: whole('--rows', values.rows, 1_000, 5_000_000) ?? 1_000_000,
    staff: whole('--staff', values.staff, 50, 20_000) ?? 5_000,
    windowSeconds: whole('--seconds', values.seconds, 2, 60) ?? 8,
    steps: whole('--steps', values.steps, 1, 12) ?? 6,
    firstRate: whole('--rate', values.rate, 1, 900),
    profile: values.profile,
  };
}

function oneOf<Name extends string>(what: string, given: string | undefined, names: readonly Name[]): Name {
  const name = names.find((known) => known === given);
  if (name) return name;
  throw new TypeError(
    `${what} ${given === undefined ? 'is missing' : `"${given}" is unknown`}: give ${names.join(' or ')}`,
  );
}

function whole(option: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new TypeError(`${option} ${text}: give a whole number from ${least} to ${most}`);
}
