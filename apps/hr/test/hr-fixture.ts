import path from 'node:path';
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
  UnitOfWork,
} from '@switchyard/platform';
import { startTestPostgres, type TestPostgres } from '@switchyard/testing';
import { HrConfig } from '../src/hr.config';
import { HrModule } from '../src/hr.module';

export interface HrParts {
  /** Shared with what plays another service; one of its own unless given. */
  readonly bus?: InProcessBus;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The hr service on a Postgres of its own, asked over the in-process transport. */
export class HrFixture {
  private constructor(
    private readonly postgres: TestPostgres,
    private readonly parts: HrParts,
    private service: RunningService,
  ) {}

  static async start(parts: HrParts = {}): Promise<HrFixture> {
    const postgres = await startTestPostgres('hr');
    return new HrFixture(postgres, parts, await startService(postgres, parts));
  }

  get<T>(token: abstract new (...args: never[]) => T): T {
    return this.service.app.get<T>(token, { strict: false });
  }

  /** As the system asks unless another actor is given. */
  call<Request extends object, Reply extends object>(
    operation: Operation<Request, Reply>,
    request: Request,
    actor: Partial<RequestContext['actor']> = {},
  ): Promise<Reply> {
    const context = systemContext('test');
    return this.get(OperationClient).call(
      operation,
      request,
      { ...context, actor: { ...context.actor, ...actor } },
      { timeoutMs: 60_000 },
    );
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
    await this.service.app.get<FileStore>(FILE_STORE, { strict: false }).put(key, content);
    return key;
  }

  async restart(): Promise<void> {
    await this.service.stop();
    this.service = await startService(this.postgres, this.parts);
  }

  async close(): Promise<void> {
    await this.service.stop();
    await this.postgres.remove();
  }
}

function startService(postgres: TestPostgres, { bus, environment }: HrParts): Promise<RunningService> {
  const config = loadConfig(HrConfig, {
    DATABASE_URL: postgres.url('hr'),
    HR_HTTP_PORT: '0',
    FILES_DIR: path.join(postgres.folder, 'files'),
    ...environment,
  });
  return runService(
    { name: 'hr', module: HrModule, config },
    { transport: new InProcessTransport(bus ?? new InProcessBus()), logger: Logger.silent() },
  );
}
