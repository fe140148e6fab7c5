import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { codeOf } from '../../errors';

const run = promisify(execFile);

export interface UserIds {
  readonly uid: number;
  readonly gid: number;
}

const USER = 'postgres';

/** Postgres refuses to run as root: then the user `postgres`, made if missing; else the one who asks. */
export async function unprivilegedUser(): Promise<UserIds | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const known = await idsOf(USER);
  if (known !== undefined) return known;
  await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    USER,
  ]);
  const made = await idsOf(USER);
  if (made === undefined)
    throw new Error(`the user ${USER} could not be made; start as another user than root`);
  return made;
}

async function idsOf(user: string): Promise<UserIds | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch (error) {
    // `id` exits with 1 for a user that does not exist.
    if (codeOf(error) === 1) return undefined;
    throw error;
  }
}
