import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import type { ServiceConfig } from '../config';
import type { Logger } from '../logging';
import { isConnectionLost } from './connection-lost';
import { migrate } from './migrate';
import { PLATFORM_MIGRATIONS } from './migrations';
import { SnakeCaseNaming } from './snake-case-naming';

export type MigrationClass = new () => MigrationInterface;
export type EntityClass = new () => object;

export interface ServicePersistence {
  /** Schema of the service, by habit the service's name. */
  readonly schema: string;
  readonly entities?: readonly EntityClass[];
  /** The service's own migrations; those of outbox and inbox come by themselves. */
  readonly migrations?: readonly MigrationClass[];
}

/** Connects, waits for a Postgres that is still starting, and brings the schema up to date. */
export async function openDataSource(
  persistence: ServicePersistence,
  config: ServiceConfig,
  logger: Logger,
): Promise<DataSource> {
  const dataSource = new DataSource(optionsOf(persistence, config, logger));
  await initialize(dataSource, config.startTimeoutMs, logger);
  try {
    const done = await migrate(dataSource, persistence.schema, config.databaseUrl);
    if (done.length > 0) logger.info('migrations done', { schema: persistence.schema, migrations: done });
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

function optionsOf(
  { schema, entities = [], migrations = [] }: ServicePersistence,
  config: ServiceConfig,
  logger: Logger,
): DataSourceOptions {
  if (!/^[a-z][a-z0-9_]*$/.test(schema)) throw new Error(`bad schema name ${schema}`);
  return {
    type: 'postgres',
    url: config.databaseUrl,
    schema,
    entities: [...entities],
    migrations: [...PLATFORM_MIGRATIONS, ...migrations],
    migrationsTableName: 'migration',
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    installExtensions: false,
    applicationName: schema,
    poolSize: config.databasePoolSize,
    connectTimeoutMS: 5_000,
    poolErrorHandler: (error: unknown) => logger.warn('idle Postgres connection lost', { err: error }),
    extra: {
      statement_timeout: config.databaseStatementTimeoutMs,
      idle_in_transaction_session_timeout: 60_000,
      keepAlive: true,
      options: `-c search_path=${schema},public -c timezone=UTC`,
    },
  };
}

async function initialize(dataSource: DataSource, timeoutMs: number, logger: Logger): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      await dataSource.initialize();
      return;
    } catch (error) {
      if (!isConnectionLost(error) || Date.now() > deadline) throw error;
      logger.warn('Postgres does not answer yet', { err: error });
      await sleep(500);
    }
  }
}
