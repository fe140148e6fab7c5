import { cpus } from 'node:os';
import { machineCpuMs } from './process-family';

/** CPU time used until a moment, in milliseconds. */
export interface CpuUse<Name extends string> {
  readonly at: number;
  readonly ours: Readonly<Record<Name, number>>;
  readonly machine: number;
}

/** `read`: how much each of ours has used since its start, in milliseconds. */
export function cpuNow<Name extends string>(read: Readonly<Record<Name, () => number>>): CpuUse<Name> {
  return {
    at: performance.now(),
    ours: mapped(read, (milliseconds) => milliseconds()),
    machine: machineCpuMs(),
  };
}

/** Milliseconds per call between two moments. */
export function cpuPerCall<Name extends string>(
  before: CpuUse<Name>,
  after: CpuUse<Name>,
  calls: number,
): Record<Name, number> {
  return mapped(after.ours, (used, name) => (used - before.ours[name]) / Math.max(1, calls));
}

/** Part of the machine that others used between two moments, 0 to 1: above a tenth, figures tell of them too. */
export function othersShare<Name extends string>(before: CpuUse<Name>, after: CpuUse<Name>): number {
  const used = (use: CpuUse<Name>) =>
    use.machine - Object.values<number>(use.ours).reduce((sum, ms) => sum + ms, 0);
  return Math.max(0, (used(after) - used(before)) / ((after.at - before.at) * cpus().length));
}

function mapped<Name extends string, From, To>(
  record: Readonly<Record<Name, From>>,
  to: (value: From, name: Name) => To,
): Record<Name, To> {
  const names = Object.keys(record) as Name[];
  return Object.fromEntries(names.map((name) => [name, to(record[name], name)])) as Record<Name, To>;
}
