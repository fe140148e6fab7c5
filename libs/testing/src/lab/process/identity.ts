import { processStat } from '@switchyard/platform';

/** A process that cannot be mistaken for another one that got the same pid later. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks between boot and the process's start. */
  readonly startTicks: string;
}

/** undefined when there is no such process. */
export function identify(pid: number): ProcessIdentity | undefined {
  const stat = processStat(pid);
  return stat && { pid, startTicks: stat.startTicks };
}

/** Whether that very process lives; one that has died and was not waited for yet does not. */
export function isAlive(identity: ProcessIdentity): boolean {
  const stat = processStat(identity.pid);
  return stat?.startTicks === identity.startTicks && stat.runs;
}

export function ownIdentity(): ProcessIdentity {
  const own = identify(process.pid);
  if (!own) throw new Error('/proc does not show this process');
  return own;
}
