import { readdirSync, readFileSync } from 'node:fs';

/** What a process has used and holds, as the kernel counts it. */
export interface ProcessUse {
  /** User and system time since its start, its ended children's included. Milliseconds. */
  readonly cpuMs: number;
  readonly residentMb: number;
  readonly peakMb: number;
}

/** The kernel's clock ticks: 100 a second on every Linux that Node runs on. */
const TICK_MS = 10;

/** CPU time of a process and of its children that live (PostgreSQL's backends). Milliseconds; 0 when it is gone. */
export function familyCpuMs(pid: number | undefined): number {
  if (pid === undefined) return 0;
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat !== undefined);
  return stats
    .filter((stat) => stat.pid === pid || stat.parent === pid)
    .reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** CPU time of one process alone. Milliseconds; 0 when it is gone. */
export function ownCpuMs(pid: number | undefined): number {
  return (pid === undefined ? undefined : statOf(pid)?.cpuMs) ?? 0;
}

/** undefined when there is no such process. */
export function processUse(pid: number | undefined): ProcessUse | undefined {
  const stat = pid === undefined ? undefined : statOf(pid);
  if (!stat) return undefined;
  const status = readFileSync(`/proc/${stat.pid}/status`, 'utf8');
  const megabytes = (field: string) =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { cpuMs: stat.cpuMs, residentMb: megabytes('VmRSS'), peakMb: megabytes('VmHWM') };
}

function statOf(pid: number): { pid: number; parent: number; cpuMs: number } | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined; // it has just ended
  }
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [utime, stime, childrenUtime, childrenStime] = fields.slice(11, 15).map(Number);
  const ticks = (utime ?? 0) + (stime ?? 0) + (childrenUtime ?? 0) + (childrenStime ?? 0);
  return { pid, parent: Number(fields[1]), cpuMs: ticks * TICK_MS };
}

/** CPU time that the whole machine has used since its start, all processors together. Milliseconds. */
export function machineCpuMs(): number {
  const all = readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '';
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = all.split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softIrq) * TICK_MS;
}
