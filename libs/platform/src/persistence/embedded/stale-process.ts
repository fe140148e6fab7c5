import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../errors';

const STOP_TIMEOUT_MS = 20_000;

/**
 * Clears the way after a start that was killed: a server that still runs on this data folder is stopped,
 * a pid file that nobody stands behind is removed.
 */
export async function stopStaleServer(dataDir: string): Promise<void> {
  const file = path.join(dataDir, 'postmaster.pid');
  const pid = await readPid(file);
  if (pid === undefined) return;
  if (await isServerOf(pid, dataDir)) await stopServer(pid);
  await rm(file, { force: true });
}

/** Fast shutdown: open transactions are rolled back. @throws Error when it has not ended in time */
export async function stopServer(pid: number): Promise<void> {
  if (!signal(pid, 'SIGINT')) return;
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (signal(pid, 0)) {
    if (Date.now() > deadline) {
      signal(pid, 'SIGQUIT');
      throw new Error(`PostgreSQL ${pid} did not stop within ${STOP_TIMEOUT_MS} ms and was told to abort`);
    }
    await sleep(20);
  }
}

export async function readPid(file: string): Promise<number | undefined> {
  try {
    const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A pid is reused by the system: only a server started on this very folder counts. */
async function isServerOf(pid: number, dataDir: string): Promise<boolean> {
  if (!signal(pid, 0)) return false;
  try {
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
    return /postgres/.test(words[0] ?? '') && words.includes(dataDir);
  } catch (error) {
    // No /proc: the pid lives and the folder names it, so it is taken for the server.
    if (codeOf(error) === 'ENOENT') return process.platform !== 'linux';
    throw error;
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
    throw error;
  }
}
