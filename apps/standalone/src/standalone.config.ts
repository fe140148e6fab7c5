import { FromEnv, LOG_LEVELS } from '@switchyard/platform';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';

/** What the one process reads by itself; each service reads the rest of the same environment. */
export class StandaloneConfig {
  /** Unset: an embedded PostgreSQL with its data in `dataDir`. Set: one login for all four schemas. */
  @FromEnv('DATABASE_URL')
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'give e.g. postgres://user:password@host:5432/switchyard' })
  databaseUrl?: string;

  /** Unset: the in-process transport. */
  @FromEnv('NATS_URL')
  @IsOptional()
  @IsString()
  natsUrl?: string;

  @FromEnv('DATA_DIR')
  @IsString()
  dataDir: string = 'var';

  /** Port of the embedded PostgreSQL; 0 for any free one. */
  @FromEnv('EMBEDDED_POSTGRES_PORT')
  @IsInt()
  @Min(0)
  @Max(65_535)
  embeddedPostgresPort: number = 0;

  @FromEnv('LOG_LEVEL')
  @IsIn(LOG_LEVELS)
  logLevel: string = 'info';
}
