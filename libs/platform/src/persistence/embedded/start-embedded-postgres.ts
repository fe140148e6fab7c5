import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../../errors';
import { withTimeout } from '../../time';
import { reachableBinaries, reachableDataDir } from './binaries';
import { type Cluster, ensureCluster, SUPERUSER } from './cluster';
import { freePort } from './free-port';
import { DATABASE, ensureDatabase, provision, type Schema, SCHEMAS } from './provision';
import { type ServerProcess, startServer } from './server-process';
import { stopServer, stopStaleServer } from './stale-process';
import { unprivilegedUser } from './unprivileged-user';

export interface EmbeddedPostgresOptions {
  /** Kept between starts. */
  readonly dataDir: string;
  /** 0 or unset: any free one. */
  readonly port?: number;
  /** Server settings, e.g. `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Passwords of logins that somebody else must know beforehand; the others are random. */
  readonly passwords?: Readonly<Partial<Record<Schema, string>>>;
}

export interface EmbeddedPostgres {
  readonly port: number;
  readonly pid: number;
  readonly dataDir: string;
  /** Superuser. */
  readonly adminUrl: string;
  /** Login of a service's schema. */
  url(schema: Schema): string;
  /** Password of that login, for programs that take it apart (Asterisk). */
  password(schema: Schema): string;
  stop(): Promise<void>;
  /** Starts it again after a stop or a kill, on the same port. */
  restart(): Promise<void>;
}

const STOP_TIMEOUT_MS = 30_000;

/**
 * A real PostgreSQL without an installation, with a schema and login per service. Ends with this process,
 * however that ends; one that was left behind on the same folder is stopped first.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = await unprivilegedUser();
  const dataDir = await reachableDataDir(options.dataDir, user);
  const cluster: Cluster = { binaries: await reachableBinaries(user), dataDir, user };
  const secret = await passwordOf(dataDir);
  await stopStaleServer(dataDir);
  await ensureCluster(cluster, secret);
  const port = options.port === undefined || options.port === 0 ? await freePort() : options.port;
  const password = (schema: Schema): string => options.passwords?.[schema] ?? secret;
  const url = (login: string, word: string, database: string = DATABASE): string =>
    `postgres://${login}:${encodeURIComponent(word)}@127.0.0.1:${port}/${database}`;
  const maintenanceUrl = url(SUPERUSER, secret, 'postgres');
  const start = (): Promise<ServerProcess> =>
    startServer(cluster, port, options.settings ?? {}, maintenanceUrl);

  let server = await start();
  const stop = async (): Promise<void> => {
    await stopServer(server.pid);
    await withTimeout(server.ended, STOP_TIMEOUT_MS, 'the end of PostgreSQL');
  };
  try {
    await ensureDatabase(maintenanceUrl);
    await provision(
      url(SUPERUSER, secret),
      SCHEMAS.map((schema) => ({ schema, password: password(schema) })),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port,
    dataDir,
    get pid() {
      return server.pid;
    },
    adminUrl: url(SUPERUSER, secret),
    url: (schema) => url(schema, password(schema)),
    password,
    stop,
    restart: async () => {
      await stopStaleServer(dataDir);
      server = await start();
    },
  };
}

/** Made once per data folder and kept beside it, readable by its owner only. */
async function passwordOf(dataDir: string): Promise<string> {
  const file = `${dataDir}.secret`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(file, randomBytes(18).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  return readFile(file, 'utf8');
}
