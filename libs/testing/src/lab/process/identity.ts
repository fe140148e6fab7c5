import { readdirSync, readFileSync } from 'node:fs';

/** A process that cannot be mistaken for another one that got the same pid later. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks between boot and the process's start (proc(5), field 22 of stat). */
  readonly startTicks: string;
}

interface ProcessStat {
  readonly state: string;
  readonly startTicks: string;
}

function statOf(pid: number): ProcessStat | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The command name may hold spaces and brackets: fields are counted from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', startTicks: fields[19] ?? '' };
}

/** undefined when there is no such process. */
export function identify(pid: number): ProcessIdentity | undefined {
  const stat = statOf(pid);
  return stat && { pid, startTicks: stat.startTicks };
}

/** Whether that very process lives; one that has died and was not waited for yet does not. */
export function isAlive(identity: ProcessIdentity): boolean {
  const stat = statOf(identity.pid);
  if (stat?.startTicks !== identity.startTicks) return false;
  return (stat.state !== 'Z' && stat.state !== 'X') || hasThreads(identity.pid);
}

/** Of a killed process the first thread may be gone while others still hold its sockets. */
function hasThreads(pid: number): boolean {
  try {
    return readdirSync(`/proc/${pid}/task`).length > 1;
  } catch {
    return false;
  }
}

export function ownIdentity(): ProcessIdentity {
  const own = identify(process.pid);
  if (!own) throw new Error('/proc does not show this process');
  return own;
}
