import { parseArgs } from 'node:util';
import type { FateName } from '@switchyard/testing';
import { FAULT_NAMES, type FaultName } from './fault-names';

export interface FaultsOptions {
  /** Where the result goes as JSON. */
  readonly json?: string;
  readonly contacts: number;
  /** Decides the order of the faults, their moments and the contacts' places; 0 to 2^32 - 1. */
  readonly seed: number;
  /** Injected in an order that the seed decides. */
  readonly faults: readonly FaultName[];
  /** Left out of the batches. */
  readonly withoutFates: readonly FateName[];
  /** Lines of the trunk: the fewer, the longer it takes. */
  readonly lines: number;
  /** Milliseconds that the batch may take after the last fault. */
  readonly patienceMs: number;
}

export const USAGE = `npm run faults -- [--json FILE] [--contacts N] [--seed N] [--short]

  --json FILE   writes the result as JSON
  --contacts N  contacts of the batch, 20 to 2000; default 320, in the short form 60
  --seed N      makes the same order of faults and moments again; default: a new one, printed
  --short       three of the faults on a small batch`;

const LONG = { contacts: 320, withoutFates: [], lines: 30, patienceMs: 10 * 60_000 };
/** Backing off from congestion takes a minute by itself. */
const SHORT = { contacts: 60, withoutFates: ['congestion'] as const, lines: 30, patienceMs: 2 * 60_000 };
/** What the short form keeps: the dialer's, the PBX's and the database's death. */
const SHORT_FAULTS: readonly FaultName[] = ['kill-holder', 'restart-asterisk', 'restart-postgres'];

/** @throws TypeError naming the option that is unknown or out of range. */
export function parseFaultsOptions(args: readonly string[], newSeed: () => number): FaultsOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'string' },
      contacts: { type: 'string' },
      seed: { type: 'string' },
      short: { type: 'boolean', default: false },
    },
  });
  const form = values.short ? SHORT : LONG;
  return {
    ...form,
    json: values.json,
    contacts: whole('--contacts', values.contacts, 20, 2_000) ?? form.contacts,
    seed: whole('--seed', values.seed, 0, 2 ** 32 - 1) ?? newSeed(),
    faults: values.short ? SHORT_FAULTS : [...FAULT_NAMES, ...FAULT_NAMES],
  };
}

function whole(option: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new TypeError(`${option} ${text}: give a whole number from ${least} to ${most}`);
}
