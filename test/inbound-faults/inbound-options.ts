import { parseArgs } from 'node:util';
import { INBOUND_FAULTS, type InboundFault } from './inbound-faults';

export interface InboundOptions {
  /** Where the result goes as JSON. */
  readonly json?: string;
  /** Callers in menus, in the queue and with agents at the moment of each fault. */
  readonly callers: number;
  /** Decides who keys what; 0 to 2^32 - 1. */
  readonly seed: number;
  readonly faults: readonly InboundFault[];
  /** Agents who talk with callers. */
  readonly agents: number;
}

export const INBOUND_USAGE = `npm run faults -- inbound [--json FILE] [--callers N] [--seed N] [--only FAULT] [--short]

  --json FILE   writes the result as JSON
  --callers N   callers in menus, in the queue and with agents, 10 to 500; default 100, in the short form 30
  --seed N      makes the same callers again; default: a new one, printed
  --only FAULT  one of ${INBOUND_FAULTS.join(', ')}
  --short       one kill of the ivr process`;

/** @throws TypeError naming the option that is unknown or out of range. */
export function parseInboundOptions(args: readonly string[], newSeed: () => number): InboundOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'string' },
      callers: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
      short: { type: 'boolean', default: false },
    },
  });
  const { json, only, short } = values;
  const named = INBOUND_FAULTS.find((fault) => fault === only);
  if (only !== undefined && !named) {
    throw new TypeError(`--only ${only}: give one of ${INBOUND_FAULTS.join(', ')}`);
  }
  return {
    json,
    callers: whole('--callers', values.callers, 10, 500) ?? (short ? 30 : 100),
    seed: whole('--seed', values.seed, 0, 2 ** 32 - 1) ?? newSeed(),
    faults: named ? [named] : short ? ['kill-ivr'] : INBOUND_FAULTS,
    agents: short ? 2 : 5,
  };
}

function whole(option: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new TypeError(`${option} ${text}: give a whole number from ${least} to ${most}`);
}
