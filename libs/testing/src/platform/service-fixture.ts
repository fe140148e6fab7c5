import path from 'node:path';
import { Writable } from 'node:stream';
import type { Type } from '@nestjs/common';
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
  type ServiceConfig,
  systemContext,
  type Transport,
  UnitOfWork,
} from '@switchyard/platform';
import { startTestPostgres, type TestPostgres } from '../postgres';

type ServiceName = 'ticket' | 'hr';

export interface TestedService {
  readonly name: ServiceName;
  readonly module: Type;
  readonly Config: new () => ServiceConfig;
}

export interface ServiceFixtureOptions {
  /** Shared with what plays another service; one of its own at each start unless given. */
  readonly bus?: InProcessBus;
  /** Instead of a bus: made at each start. */
  readonly transport?: () => Transport;
  readonly filesDir?: string;
  /** More of the service's environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A service on a Postgres of its own, asked over its transport. */
export class ServiceFixture {
  readonly context: RequestContext = systemContext('test');
  private service: RunningService | undefined;
  private lines = '';

  protected constructor(
    private readonly tested: TestedService,
    private readonly postgres: TestPostgres,
    private readonly options: ServiceFixtureOptions,
  ) {}

  protected static async begin<Fixture extends ServiceFixture>(
    name: ServiceName,
    make: (postgres: TestPostgres) => Fixture,
  ): Promise<Fixture> {
    const fixture = make(await startTestPostgres(name));
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

  /** As the system asks unless another actor is given. */
  call<Request extends object, Reply extends object>(
    operation: Operation<Request, Reply>,
    request: Request,
    actor: Partial<RequestContext['actor']> = {},
  ): Promise<Reply> {
    const context = { ...this.context, actor: { ...this.context.actor, ...actor } };
    return this.get(OperationClient).call(operation, request, context, { timeoutMs: 60_000 });
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

  /** Of the login of a service; what belongs to another than the tested one is empty. */
  url(service: Parameters<TestPostgres['url']>[0]): string {
    return this.postgres.url(service);
  }

  /** With the environment that it was started with, or another. */
  async restart(environment = this.options.environment): Promise<void> {
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

  private async startService(environment = this.options.environment): Promise<void> {
    const { name, module, Config } = this.tested;
    const { bus = new InProcessBus(), filesDir = path.join(this.postgres.folder, 'files') } = this.options;
    const config = loadConfig(Config, {
      DATABASE_URL: this.postgres.url(name),
      [`${name.toUpperCase()}_HTTP_PORT`]: '0',
      FILES_DIR: filesDir,
      ...environment,
    });
    const destination = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        this.lines += chunk.toString();
        done();
      },
    });
    this.service = await runService(
      { name, module, config },
      {
        transport: this.options.transport?.() ?? new InProcessTransport(bus),
        logger: Logger.create({ level: 'debug', destination }),
      },
    );
  }
}
