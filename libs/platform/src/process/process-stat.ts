import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessStat {
  /** Clock ticks from boot to its start (proc(5), field 22 of stat): with the pid it names this very process. */
  readonly startTicks: string;
  /** False of one that has died and was not waited for yet. */
  readonly runs: boolean;
}

/** undefined when there is no such process, and where the system does not tell (only Linux does). */
export function processStat(pid: number): ProcessStat | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The command's name may hold spaces and brackets: fields are counted from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const isDead = fields[0] === 'Z' || fields[0] === 'X';
  return { startTicks: fields[19] ?? '', runs: !isDead || hasThreads(pid) };
}

/** Of a killed process the first thread may be gone while others still hold its sockets. */
function hasThreads(pid: number): boolean {
  try {
    return readdirSync(`/proc/${pid}/task`).length > 1;
  } catch {
    return false;
  }
}
