import { readdirSync, readFileSync } from 'node:fs';
import { waitFor } from '@switchyard/testing';

const GONE_TIMEOUT_MS = 10_000;

/** SIGKILL to the postmaster and all its children, as when the machine's memory runs out. */
export async function killPostgres(postmaster: number): Promise<void> {
  const family = [postmaster, ...childrenOf(postmaster)];
  family.forEach(kill);
  await waitFor('PostgreSQL is gone', () => family.every((pid) => isGone(pid)), GONE_TIMEOUT_MS, 20);
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => statusOf(pid)?.parent === parent);
}

function isGone(pid: number): boolean {
  const status = statusOf(pid);
  return status === undefined || status.state === 'Z';
}

/** undefined when there is no such process. */
function statusOf(pid: number): { state: string; parent: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
