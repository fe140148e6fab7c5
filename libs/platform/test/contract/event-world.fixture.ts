import { startTestPostgres, type TestPostgres } from '@switchyard/testing';
import {
  loadConfig,
  Logger,
  Outbox,
  runService,
  type RunningService,
  ServiceConfig,
  systemContext,
  type Transport,
  UnitOfWork,
} from '../../src';
import { ConsumerModule, NumberAdded, PublisherModule } from './events.fixture';

export const CONTEXT = systemContext('ticket', 'correlation-1');

/** A publisher (ticket) and a consumer (ivr), each with its schema, on one transport. */
export class EventWorld {
  private constructor(
    readonly postgres: TestPostgres,
    private readonly connect: (service: string) => Transport,
    readonly ticket: RunningService,
    public ivr: RunningService,
  ) {}

  static async start(connect: (service: string) => Transport): Promise<EventWorld> {
    const postgres = await startTestPostgres();
    const ticket = await startService(postgres, connect, 'ticket');
    const ivr = await startService(postgres, connect, 'ivr');
    return new EventWorld(postgres, connect, ticket, ivr);
  }

  replica(service: 'ticket' | 'ivr'): Promise<RunningService> {
    return startService(this.postgres, this.connect, service);
  }

  /** Appends each number in a transaction of its own. */
  async publish(numbers: readonly number[], by: RunningService = this.ticket): Promise<void> {
    const outbox = by.app.get(Outbox, { strict: false });
    const unitOfWork = by.app.get(UnitOfWork, { strict: false });
    for (const n of numbers) {
      await unitOfWork.inTransaction(() => outbox.append(NumberAdded, { n }, CONTEXT));
    }
  }

  async seenBy(who: string, from = 0): Promise<number[]> {
    const rows = await this.query<{ n: number }>(
      'SELECT n FROM ivr.seen WHERE who = $1 AND n >= $2 ORDER BY seq',
      [who, from],
    );
    return rows.map(({ n }) => n);
  }

  /** Over all schemas: only a test may. */
  async query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const { Client } = await import('pg');
    const client = new Client({ connectionString: this.postgres.adminUrl });
    await client.connect();
    try {
      return (await client.query(sql, [...parameters])).rows as T[];
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await this.ivr.stop();
    await this.ticket.stop();
    await this.postgres.remove();
  }
}

function startService(
  postgres: TestPostgres,
  connect: (service: string) => Transport,
  service: 'ticket' | 'ivr',
): Promise<RunningService> {
  const env = { DATABASE_URL: postgres.url(service), SHUTDOWN_TIMEOUT_MS: '2000' };
  const module = service === 'ticket' ? PublisherModule : ConsumerModule;
  return runService(
    { name: service, module, config: loadConfig(ServiceConfig, env) },
    { transport: connect(service), logger: Logger.silent() },
  );
}
