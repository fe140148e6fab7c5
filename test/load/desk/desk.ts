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
import { TicketConfig } from '../../../apps/ticket/src/ticket.config';
import { TicketModule } from '../../../apps/ticket/src/ticket.module';

export interface Desk {
  readonly postgres: EmbeddedPostgres;
  readonly operations: OperationClient;
  close(): Promise<void>;
}

/** The ticket service in this process, on a durable Postgres of its own; requests and answers pass through JSON, as on a wire. */
export async function startDesk(): Promise<Desk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'switchyard-desk-'));
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
    const config = loadConfig(TicketConfig, {
      DATABASE_URL: postgres.url('ticket'),
      TICKET_HTTP_PORT: '0',
      FILES_DIR: path.join(folder, 'files'),
    });
    const transport = new InProcessTransport(new InProcessBus());
    service = await runService(
      { name: 'ticket', module: TicketModule, config },
      { transport, logger: Logger.silent() },
    );
    return { postgres, operations: service.app.get(OperationClient, { strict: false }), close };
  } catch (error) {
    await close();
    throw error;
  }
}
