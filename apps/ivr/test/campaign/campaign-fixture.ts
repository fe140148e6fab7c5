import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DynamicModule, Module } from '@nestjs/common';
import {
  type BatchView,
  CreateBatch,
  type CreateBatchRequest,
  GetImport,
  ImportFile,
  type ImportView,
  ListRowErrors,
  type Operation,
  type RequestContext,
  type RowErrorView,
  StopBatch,
} from '@switchyard/contracts';
import {
  CLOCK,
  FILE_STORE,
  type FileStore,
  InProcessBus,
  InProcessTransport,
  loadConfig,
  Logger,
  OperationClient,
  PersistenceModule,
  type RunningService,
  runService,
  ServiceConfig,
  systemContext,
  type Transport,
  UnitOfWork,
} from '@switchyard/platform';
import { startTestPostgres, type TestPostgres } from '@switchyard/testing';
import { CampaignModule } from '../../src/campaign/campaign.module';
import { DialerConfig } from '../../src/dialer/dialer.config';
import { PgDialingDocuments } from '../../src/dialer/persistence/pg-dialing-documents';
import { DialingDocuments, DialingRules } from '../../src/dialer/policy/dialing-rules';
import { DialingPolicyModule } from '../../src/dialing-policy/dialing-policy.module';
import { IVR_MIGRATIONS } from '../../src/migrations';
import { NoticeTemplateModule } from '../../src/notice-template/notice-template.module';

/** What the dialer gives to campaigns, without a dialer. */
@Module({
  providers: [
    { provide: DialingDocuments, useClass: PgDialingDocuments },
    {
      provide: DialingRules,
      inject: [DialingDocuments],
      useFactory: (documents: DialingDocuments) => new DialingRules(documents),
    },
    {
      provide: DialerConfig,
      useValue: loadConfig(DialerConfig, {
        IVR_UNIT_NAME: '江城',
        IVR_TRUNK_IS_LAB: 'true',
        IVR_LINES: '30',
      }),
    },
  ],
  exports: [DialingRules, DialerConfig],
})
class QuietDialer {}

/** Campaigns as a service on a real Postgres of their own, without a dialer. */
export class CampaignFixture {
  service: RunningService;
  readonly context: RequestContext = systemContext('test');

  private constructor(
    private readonly filesDir: string,
    readonly postgres: TestPostgres,
    private readonly transport: () => Transport,
  ) {}

  static async open(
    options: {
      readonly bus?: InProcessBus;
      readonly transport?: () => Transport;
      readonly filesDir?: string;
    } = {},
  ): Promise<CampaignFixture> {
    const postgres = await startTestPostgres('campaign');
    const filesDir = options.filesDir ?? path.join(postgres.folder, 'files');
    const bus = options.bus ?? new InProcessBus();
    const transport = options.transport ?? (() => new InProcessTransport(bus));
    const fixture = new CampaignFixture(filesDir, postgres, transport);
    await fixture.start();
    return fixture;
  }

  async start(): Promise<void> {
    const module: DynamicModule = {
      module: class TestRoot {},
      imports: [
        PersistenceModule.forService({ schema: 'ivr', migrations: IVR_MIGRATIONS }),
        CampaignModule.forRoot([QuietDialer]),
        DialingPolicyModule.forRoot([QuietDialer]),
        NoticeTemplateModule.forRoot([QuietDialer]),
      ],
    };
    const config = loadConfig(ServiceConfig, {
      DATABASE_URL: this.postgres.url('ivr'),
      FILES_DIR: this.filesDir,
      SHUTDOWN_TIMEOUT_MS: '5000',
    });
    this.service = await runService(
      { name: 'ivr', module, config },
      {
        transport: this.transport(),
        logger: Logger.create({ name: 'ivr', level: 'error' }),
      },
    );
  }

  async close(): Promise<void> {
    await this.service.stop();
    await this.postgres.remove();
  }

  call<Rq extends object, Rp extends object>(operation: Operation<Rq, Rp>, request: Rq): Promise<Rp> {
    return this.service.app
      .get(OperationClient)
      .call(operation, request, this.context, { timeoutMs: 30_000 });
  }

  /** The code and details that an operation is refused with. */
  async refusal(work: Promise<unknown>): Promise<{ code: string; details?: Record<string, unknown> }> {
    try {
      await work;
    } catch (error) {
      return error as { code: string; details?: Record<string, unknown> };
    }
    throw new Error('it was not refused');
  }

  query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.service.app.get(UnitOfWork).query<T>(sql, parameters);
  }

  get files(): FileStore {
    return this.service.app.get<FileStore>(FILE_STORE);
  }

  now(): Date {
    return this.service.app.get<{ now(): Date }>(CLOCK).now();
  }

  createBatch(change: Partial<CreateBatchRequest> = {}): Promise<BatchView> {
    return this.call(CreateBatch, {
      kind: 'bill-notice',
      name: 'March bills',
      policyName: 'test',
      ...change,
    });
  }

  async upload(batchId: string, content: Buffer | string, fileName = 'bills.csv'): Promise<ImportView> {
    const fileKey = `imports/${randomUUID()}`;
    await this.files.put(fileKey, content);
    return this.call(ImportFile, { batchId, fileKey, fileName });
  }

  /** Uploads and waits for the end. */
  async importFile(batchId: string, content: Buffer | string, fileName?: string): Promise<ImportView> {
    return this.ended((await this.upload(batchId, content, fileName)).id);
  }

  async ended(importId: string): Promise<ImportView> {
    for (let waited = 0; waited < 240_000; waited += 20) {
      const view = await this.call(GetImport, { importId });
      if (view.state !== 'running') return view;
      await sleep(20);
    }
    throw new Error(`import ${importId} does not end`);
  }

  async rowErrors(importId: string): Promise<RowErrorView[]> {
    return (await this.call(ListRowErrors, { importId, limit: 200 })).items;
  }

  /** What the dialer does to a stopped batch, or to one whose last call is settled. */
  async end(batchId: string, handedOff: number): Promise<void> {
    await this.query(
      `update contact set state = 'done', disposition = 'handed-off', disposition_reason = 'exhausted', disposed_at = now(),
         counted_attempts = 3
       where id in (select id from contact where batch_id = $1 order by id limit $2)`,
      [batchId, handedOff],
    );
    await this.query(
      `insert into hand_off (contact_id, batch_id, reason, handed_off_at)
       select id, batch_id, disposition_reason, disposed_at from contact where batch_id = $1 and disposition = 'handed-off'`,
      [batchId],
    );
    await this.call(StopBatch, { batchId });
    await this.query(
      `update contact set state = 'done', disposition = 'cancelled', disposition_reason = 'stopped', disposed_at = now()
       where batch_id = $1 and state <> 'done'`,
      [batchId],
    );
    await this.query(`update batch set ended_at = now() where id = $1`, [batchId]);
  }
}

export const BILL_HEADER = '户号,户名,电话,客户类型,语言,抄表日期,示数,电量,电费,上期余额,应缴金额';

/** One good line of bills. */
export function billLine(
  n: number,
  change: Partial<Record<'account' | 'name' | 'phone' | 'payable', string>> = {},
): string {
  const { account = `31${String(n).padStart(8, '0')}`, name = `客户${n}`, payable = '68.50' } = change;
  const phone = change.phone ?? `139${String(10_000 + (n % 80_000)).padStart(8, '0')}`;
  return `${account},${name},${phone},,,2026-02-28,${1000 + n}.5,128,68.50,0.00,${payable}`;
}

export function bills(count: number, from = 1): string {
  return (
    [BILL_HEADER, ...Array.from({ length: count }, (_, index) => billLine(from + index))].join('\n') + '\n'
  );
}
