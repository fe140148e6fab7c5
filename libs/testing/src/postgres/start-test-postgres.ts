import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@switchyard/platform';

import { copyCluster } from './cluster-template';

export interface TestPostgres extends EmbeddedPostgres {
  /** Its own, for whatever else the test keeps; others than its owner may read it. */
  readonly folder: string;
  /** Stops it, and removes the folder. */
  remove(): Promise<void>;
}

/** A Postgres of the test's own, with every service's login and schema, empty; not durable, hence fast. */
export async function startTestPostgres(name = 'test'): Promise<TestPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), `switchyard-${name}-`));
  try {
    // The server's user may be another one.
    await chmod(folder, 0o755);
    await copyCluster(folder);
    const settings = { fsync: 'off', synchronous_commit: 'off' };
    const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'pg'), settings });
    const remove = async (): Promise<void> => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    };
    // `pid` is a getter: it changes with a restart.
    return Object.defineProperties({ folder, remove } as TestPostgres, {
      ...Object.getOwnPropertyDescriptors(postgres),
    });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
