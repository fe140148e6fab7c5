import { spawn } from 'node:child_process';
import { access, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { UserIds } from './unprivileged-user';

export interface Cluster {
  readonly binaries: string;
  readonly dataDir: string;
  readonly user: UserIds | undefined;
}

export const SUPERUSER = 'postgres';

/** Initialises the data folder unless it is there. The socket is closed to others; the port is loopback's. */
export async function ensureCluster(cluster: Cluster, password: string): Promise<void> {
  const { dataDir, user } = cluster;
  if (await exists(path.join(dataDir, 'PG_VERSION'))) return;
  await mkdir(path.dirname(dataDir), { recursive: true });
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { mode: 0o700 });
  const passwordFile = `${dataDir}.password-${process.pid}`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (user !== undefined) {
      await chown(dataDir, user.uid, user.gid);
      await chown(passwordFile, user.uid, user.gid);
    }
    await initialise(cluster, passwordFile);
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

// C.UTF-8, because under C pg_trgm finds nothing in Chinese.
async function initialise({ binaries, dataDir, user }: Cluster, passwordFile: string): Promise<void> {
  const flags = [
    `--pgdata=${dataDir}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--locale=C.UTF-8',
    '--encoding=UTF8',
  ];
  const child = spawn(path.join(binaries, 'bin', 'initdb'), flags, {
    ...user,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`initdb failed (${code}):\n${output}`);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
