import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { isAlive, ownIdentity, type ProcessIdentity } from './identity';
import { readJsonFile } from './json-file';
import { waitFor } from './wait-for';

/** Runs `work` while no other process (and no other part of this one) does. A dead holder's lock is taken over. */
export async function withFileLock<T>(file: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  await waitFor(`lock ${file}`, () => tryLock(file), timeoutMs, 25);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(file: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true });
  const holder = readJsonFile<ProcessIdentity>(file);
  if (holder && isAlive(holder)) return false;
  // Moved aside first: of several who found the holder dead, one succeeds.
  if (holder && !moved(file, `${file}.dead.${process.pid}`)) return false;
  const mine = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(mine, JSON.stringify(ownIdentity()));
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    rmSync(to, { force: true });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
