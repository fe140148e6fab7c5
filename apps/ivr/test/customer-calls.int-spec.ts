import { randomUUID } from 'node:crypto';
import { ListAccountNotices, ListAccountRatings, type Operation } from '@switchyard/contracts';
import {
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
  UnitOfWork,
} from '@switchyard/platform';
import { startTestPostgres, type TestPostgres } from '@switchyard/testing';
import { CustomerCallsModule } from '../src/customer-calls/customer-calls.module';
import { IVR_MIGRATIONS } from '../src/migrations';

describe('what went between a customer and us by telephone', () => {
  let postgres: TestPostgres;
  let ivr: RunningService;

  beforeAll(async () => {
    postgres = await startTestPostgres('calls');
    const module = {
      module: class TestRoot {},
      imports: [
        PersistenceModule.forService({ schema: 'ivr', migrations: IVR_MIGRATIONS }),
        CustomerCallsModule,
      ],
    };
    const config = loadConfig(ServiceConfig, { DATABASE_URL: postgres.url('ivr') });
    const transport = new InProcessTransport(new InProcessBus());
    ivr = await runService({ name: 'ivr', module, config }, { transport, logger: Logger.silent() });
  }, 120_000);

  afterAll(async () => {
    await ivr?.stop();
    await postgres?.remove();
  });

  const call = <Request extends object, Reply extends object>(
    operation: Operation<Request, Reply>,
    request: Request,
  ) => ivr.app.get(OperationClient, { strict: false }).call(operation, request, systemContext('test'));
  const query = (sql: string, parameters: readonly unknown[] = []) =>
    ivr.app.get(UnitOfWork, { strict: false }).query(sql, parameters);

  it('is every notice of whatever batch, the latest first, page by page, and nobody else’s', async () => {
    for (const [index, kind] of (['bill-notice', 'arrears-reminder', 'bill-notice'] as const).entries()) {
      const batchId = randomUUID();
      await query(`insert into batch (id, kind, name, created_by) values ($1, $2, 'test', 'test')`, [
        batchId,
        kind,
      ]);
      for (const accountNo of ['A1', 'A2']) {
        await query(
          `insert into contact (batch_id, import_id, line, account_no, period, customer_name, number, language,
             payable_fen, notice, state, disposition, disposition_reason, disposed_at)
           values ($1, $2, 2, $3, $4, '王芳', '+8613900010001', 'zh-CN', 100, '{}', 'done', 'handed-off', 'exhausted', now())`,
          [batchId, randomUUID(), accountNo, `2026-0${index + 1}`],
        );
      }
    }
    const first = await call(ListAccountNotices, { accountNo: 'A1', limit: 2 });
    expect(first.items).toMatchObject([
      { kind: 'bill-notice', period: '2026-03', disposition: 'handed-off', dispositionReason: 'exhausted' },
      { kind: 'arrears-reminder', period: '2026-02' },
    ]);
    const second = await call(ListAccountNotices, { accountNo: 'A1', limit: 2, cursor: first.nextCursor });
    expect(second.items.map(({ period }) => period)).toEqual(['2026-01']);
    expect(second.nextCursor).toBeUndefined();
    expect((await call(ListAccountNotices, { accountNo: 'A3' })).items).toEqual([]);
    expect(JSON.stringify(first)).not.toContain('13900010001');
  });

  it('is how the customer rated calls; what was said of an unknown caller’s belongs to nobody', async () => {
    for (const [callId, accountNo, csat] of [
      ['c1', 'A1', 5],
      ['c2', 'A1', 2],
      ['c3', 'A2', 1],
      ['c4', null, 3],
    ] as const) {
      await query(
        `insert into inbound_calls (call_id, node, dialled, desk, language, started_at, account_no, phase)
         values ($1, 'pbx-1', '95598', 'general', 'zh-CN', now(), $2, 'ended')`,
        [callId, accountNo],
      );
      await query(`insert into call_ratings (call_id, csat, matter) values ($1, $2, 'bill')`, [callId, csat]);
    }
    const seen: (number | undefined)[] = [];
    let cursor: string | undefined;
    do {
      const page = await call(ListAccountRatings, { accountNo: 'A1', limit: 1, cursor });
      seen.push(...page.items.map(({ csat }) => csat));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual([2, 5]);
  });
});
