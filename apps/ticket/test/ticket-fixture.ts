import path from 'node:path';
import { Writable } from 'node:stream';
import type { Operation, RequestContext } from '@switchyard/contracts';
import {
  FILE_STORE,
  type FileStore,
  InProcessBus,
  InProcessTransport,
  loadConfig,
  Logger,
  OperationClient,
  type RunningService,
  runService,
  systemContext,
  type Transport,
  UnitOfWork,
} from '@switchyard/platform';
import { startTestPostgres, type TestPostgres } from '@switchyard/testing';
import { TicketConfig } from '../src/ticket.config';
import { TicketModule } from '../src/ticket.module';

export interface TicketParts {
  /** One of its own at each start unless given. */
  readonly bus?: InProcessBus;
  /** Instead of a bus: made at each start. */
  readonly transport?: () => Transport;
  readonly filesDir: string;
  /** More of the service's environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The ticket service on a Postgres of its own, asked over the in-process transport. */
export class TicketFixture {
  readonly context: RequestContext = systemContext('test');
  private service: RunningService | undefined;
  private lines = '';

  private constructor(
    private readonly postgres: TestPostgres,
    private readonly parts: TicketParts,
  ) {}

  static async start(parts: Partial<TicketParts> = {}): Promise<TicketFixture> {
    const postgres = await startTestPostgres('ticket');
    const fixture = new TicketFixture(postgres, { filesDir: path.join(postgres.folder, 'files'), ...parts });
    await fixture.startService();
    return fixture;
  }

  /** Everything that the service logged, at every level. */
  get log(): string {
    return this.lines;
  }

  get<T>(token: abstract new (...args: never[]) => T): T {
    return this.running.app.get<T>(token, { strict: false });
  }

  call<Request extends object, Reply extends object>(
    operation: Operation<Request, Reply>,
    request: Request,
  ): Promise<Reply> {
    return this.get(OperationClient).call(operation, request, this.context, { timeoutMs: 60_000 });
  }

  query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.get(UnitOfWork).query<T>(sql, parameters);
  }

  /** Payloads of the events of a subject, in order. */
  async events<T>(subject: string): Promise<T[]> {
    const rows = await this.query<{ payload: string }>(
      'select payload from outbox where subject = $1 order by seq',
      [subject],
    );
    return rows.map(({ payload }) => JSON.parse(payload) as T);
  }

  async upload(key: string, content: Buffer | string): Promise<string> {
    await this.running.app.get<FileStore>(FILE_STORE, { strict: false }).put(key, content);
    return key;
  }

  /** Of the login of a service; what is not ticket's is empty. */
  url(service: Parameters<TestPostgres['url']>[0]): string {
    return this.postgres.url(service);
  }

  /** With the environment that it was started with, or another. */
  async restart(environment = this.parts.environment): Promise<void> {
    await this.service?.stop();
    await this.startService(environment);
  }

  async close(): Promise<void> {
    await this.service?.stop();
    await this.postgres.remove();
  }

  private get running(): RunningService {
    if (!this.service) throw new Error('the service is not running');
    return this.service;
  }

  private async startService(environment = this.parts.environment): Promise<void> {
    const config = loadConfig(TicketConfig, {
      DATABASE_URL: this.postgres.url('ticket'),
      TICKET_HTTP_PORT: '0',
      FILES_DIR: this.parts.filesDir,
      ...environment,
    });
    const destination = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        this.lines += chunk.toString();
        done();
      },
    });
    this.service = await runService(
      { name: 'ticket', module: TicketModule, config },
      {
        transport: this.parts.transport?.() ?? new InProcessTransport(this.parts.bus ?? new InProcessBus()),
        logger: Logger.create({ level: 'debug', destination }),
      },
    );
  }
}
