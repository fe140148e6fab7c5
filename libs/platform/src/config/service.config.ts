import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { FromEnv } from './from-env';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/**
 * What every service reads. A service extends it, and binds `httpPort` to a variable of its own so
 * that several services can share one environment. Times are in milliseconds.
 */
export class ServiceConfig {
  @FromEnv('HTTP_HOST')
  @IsString()
  httpHost: string = '127.0.0.1';

  /** 0 lets the system choose a free port. */
  @FromEnv('HTTP_PORT')
  @IsInt()
  @Min(0)
  @Max(65_535)
  httpPort: number = 0;

  @FromEnv('DATABASE_URL')
  @Matches(/^postgres(ql)?:\/\//, {
    message: 'give the service’s own login, e.g. postgres://ivr:password@host:5432/switchyard',
  })
  databaseUrl: string = '';

  @FromEnv('DATABASE_POOL_SIZE')
  @IsInt()
  @Min(4)
  @Max(200)
  databasePoolSize: number = 16;

  /** The longest that one statement may run; COPY and migrations set their own. */
  @FromEnv('DATABASE_STATEMENT_TIMEOUT_MS')
  @IsInt()
  @Min(1_000)
  databaseStatementTimeoutMs: number = 30_000;

  /** Unset: the in-process transport, for standalone and tests only. */
  @FromEnv('NATS_URL')
  @IsOptional()
  @Matches(/^(nats|tls):\/\//, { message: 'give e.g. nats://host:4222; several are separated by commas' })
  natsUrl?: string;

  /** How long a start waits for Postgres and NATS to answer before it gives up. */
  @FromEnv('START_TIMEOUT_MS')
  @IsInt()
  @Min(1_000)
  startTimeoutMs: number = 60_000;

  /** How long a stop waits for work in progress, calls among it, to end by itself. */
  @FromEnv('SHUTDOWN_TIMEOUT_MS')
  @IsInt()
  @Min(0)
  shutdownTimeoutMs: number = 30_000;

  @FromEnv('LOG_LEVEL')
  @IsIn(LOG_LEVELS)
  logLevel: string = 'info';

  /** Folder of the file store. */
  @FromEnv('FILES_DIR')
  @IsString()
  filesDir: string = 'var/files';
}
