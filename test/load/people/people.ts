import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type EmbeddedPostgres,
  InProcessBus,
  InProcessTransport,
  loadConfig,
  Logger,
  OperationClient,
  type RunningService,
  runService,
  startEmbeddedPostgres,
} from '@switchyard/platform';
import { HrConfig } from '../../../apps/hr/src/hr.config';
import { HrModule } from '../../../apps/hr/src/hr.module';

export interface People {
  readonly postgres: EmbeddedPostgres;
  readonly operations: OperationClient;
  close(): Promise<void>;
}

/**
 * The hr service in this process, on a durable Postgres of its own that `fill` fills while no service is there; requests and answers pass
 * through JSON, as on a wire.
 */
export async function startPeople(fill: (adminUrl: string) => Promise<void>): Promise<People> {
  const folder = await mkdtemp(path.join(tmpdir(), 'switchyard-people-'));
  let postgres: EmbeddedPostgres | undefined;
  let service: RunningService | undefined;
  const close = async () => {
    await service?.stop();
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // The server's user may be another one.
    await chmod(folder, 0o755);
    postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'pg') });
    service = await startHr(postgres.url('hr'), folder);
    await service.stop();
    service = undefined;
    await fill(postgres.adminUrl);
    service = await startHr(postgres.url('hr'), folder);
    return { postgres, operations: service.app.get(OperationClient, { strict: false }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function startHr(databaseUrl: string, folder: string): Promise<RunningService> {
  const config = loadConfig(HrConfig, {
    DATABASE_URL: databaseUrl,
    HR_HTTP_PORT: '0',
    FILES_DIR: path.join(folder, 'files'),
  });
  const transport = new InProcessTransport(new InProcessBus());
  return runService({ name: 'hr', module: HrModule, config }, { transport, logger: Logger.silent() });
}
