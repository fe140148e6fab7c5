import path from 'node:path';
import {
  GetAccount,
  GetCaseProgress,
  GetWorkOrder,
  ListAttachmentUses,
  ListCallUses,
  ListPayments,
  ListWorkOrders,
  OpenWorkOrder,
  type OpenWorkOrderRequest,
  RecordPayment,
  type RecordPaymentRequest,
  RegisterAccount,
  ReserveQueryCodes,
} from '@switchyard/contracts';
import {
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
import { TicketConfig } from '../src/ticket.config';
import { TicketModule } from '../src/ticket.module';

let postgres: TestPostgres;
let service: RunningService;
let operations: OperationClient;
const context = systemContext('test');

beforeAll(async () => {
  postgres = await startTestPostgres('ticket');
  const config = loadConfig(TicketConfig, {
    DATABASE_URL: postgres.url('ticket'),
    TICKET_HTTP_PORT: '0',
    FILES_DIR: path.join(postgres.folder, 'files'),
  });
  service = await runService(
    { name: 'ticket', module: TicketModule, config },
    { transport: new InProcessTransport(new InProcessBus()), logger: Logger.create({ level: 'warn' }) },
  );
  operations = service.app.get(OperationClient, { strict: false });
});

afterAll(async () => {
  await service?.stop();
  await postgres?.remove();
});

const eventsOf = (subject: string, part: string) =>
  service.app
    .get(UnitOfWork, { strict: false })
    .query<{ payload: string }>(
      'select payload::text as payload from outbox where subject = $1 and payload::text like $2',
      [subject, `%${part}%`],
    );

let references = 0;
const payment = (changed: Partial<RecordPaymentRequest> = {}): RecordPaymentRequest => ({
  accountNo: '5100123456',
  amountFen: 12_050,
  paidAt: '2026-03-02T09:30:00+08:00',
  source: 'billing',
  reference: `B-${++references}`,
  ...changed,
});

const workOrder = (changed: Partial<OpenWorkOrderRequest> = {}): OpenWorkOrderRequest => ({
  kind: 'call-back-request',
  accountNo: '5100123456',
  phone: '+8613900050001',
  text: '请回电',
  reference: `call:${++references}`,
  ...changed,
});

describe('payments', () => {
  it('are recorded once per reference even when they arrive at the same moment, with one event', async () => {
    const request = payment({ accountNo: 'AT-ONCE' });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => operations.call(RecordPayment, request, context)),
    );
    expect(new Set(answers.map(({ paymentId }) => paymentId)).size).toBe(1);
    expect(await eventsOf('ticket.event.payment-recorded.v1', 'AT-ONCE')).toHaveLength(1);
  });

  it('leave no trace, and no event, when they are refused', async () => {
    const request = payment({ accountNo: 'REFUSED', paidAt: '2099-01-01T00:00:00Z' });
    await expect(operations.call(RecordPayment, request, context)).rejects.toMatchObject({
      code: 'payment.in-future',
    });
    expect(await operations.call(ListPayments, { accountNo: 'REFUSED' }, context)).toEqual({ items: [] });
    expect(await eventsOf('ticket.event.payment-recorded.v1', 'REFUSED')).toEqual([]);
  });

  it('are refused under a reference that is taken, also after the first was stored', async () => {
    const request = payment();
    await operations.call(RecordPayment, request, context);
    await expect(operations.call(RecordPayment, { ...request, amountFen: 1 }, context)).rejects.toMatchObject(
      { code: 'payment.reference-reused', details: { differing: ['amountFen'] } },
    );
  });

  it('are listed the latest first, page by page, none twice and none left out', async () => {
    for (const minute of [1, 2, 2, 2, 3]) {
      const paidAt = `2026-03-02T09:0${minute}:00+08:00`;
      await operations.call(
        RecordPayment,
        payment({ accountNo: 'PAGED', paidAt, amountFen: minute }),
        context,
      );
    }
    const seen: number[] = [];
    const ids = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await operations.call(ListPayments, { accountNo: 'PAGED', limit: 2, cursor }, context);
      for (const { amountFen, paymentId } of page.items) {
        seen.push(amountFen);
        ids.add(paymentId);
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual([3, 2, 2, 2, 1]);
    expect(ids.size).toBe(5);
  });

  it('hold any amount up to a hundred million yuan exactly', async () => {
    const request = payment({ accountNo: 'RICH', amountFen: 9_999_999_999, billMonth: '2026-02' });
    await operations.call(RecordPayment, request, context);
    const { items } = await operations.call(ListPayments, { accountNo: 'RICH' }, context);
    expect(items).toMatchObject([{ amountFen: 9_999_999_999, billMonth: '2026-02', accountKnown: false }]);
  });
});

describe('accounts', () => {
  const facts = {
    accountNo: '5100000001',
    name: '王芳',
    kind: 'resident',
    phones: ['+8613900010001'],
  } as const;

  it('are what was told last, since the first time', async () => {
    const first = await operations.call(RegisterAccount, { ...facts, phones: [...facts.phones] }, context);
    const second = await operations.call(
      RegisterAccount,
      { ...facts, kind: 'organisation', phones: ['+8613900010002', '+861065550000'] },
      context,
    );
    expect(second.registeredAt).toBe(first.registeredAt);
    expect(await operations.call(GetAccount, { accountNo: facts.accountNo }, context)).toEqual(second);
    expect(await eventsOf('ticket.event.account-registered.v1', facts.accountNo)).toHaveLength(2);
    const paid = await operations.call(RecordPayment, payment({ accountNo: facts.accountNo }), context);
    expect(paid.accountKnown).toBe(true);
  });

  it('that nobody registered are not found', async () => {
    await expect(operations.call(GetAccount, { accountNo: 'NOBODY' }, context)).rejects.toMatchObject({
      code: 'account.not-found',
    });
  });
});

describe('work orders', () => {
  it('are opened once per reference even when asked at the same moment', async () => {
    const request = workOrder();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => operations.call(OpenWorkOrder, request, context)),
    );
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    const [answer] = answers;
    expect(answer).toMatchObject({ ...request, status: 'open', openedBy: 'system:test' });
    expect(await operations.call(GetWorkOrder, { number: answer?.number ?? '' }, context)).toEqual(answer);
    expect(await eventsOf('ticket.event.work-order-opened.v1', request.reference)).toHaveLength(1);
  });

  it('of different references get different numbers and codes, also at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => operations.call(OpenWorkOrder, workOrder(), context)),
    );
    expect(new Set(answers.map(({ number }) => number)).size).toBe(20);
    expect(new Set(answers.map(({ queryCode }) => queryCode)).size).toBe(20);
  });

  it('are listed by kind, status and account, page by page', async () => {
    const mine = { accountNo: 'LISTED' };
    for (const kind of ['complaint', 'call-back-request', 'complaint', 'complaint'] as const) {
      await operations.call(OpenWorkOrder, workOrder({ ...mine, kind }), context);
    }
    const first = await operations.call(ListWorkOrders, { ...mine, kind: 'complaint', limit: 2 }, context);
    expect(first.items).toHaveLength(2);
    const { nextCursor: cursor } = first;
    const second = await operations.call(
      ListWorkOrders,
      { ...mine, kind: 'complaint', limit: 2, cursor },
      context,
    );
    expect(second.items).toHaveLength(1);
    expect(second.nextCursor).toBeUndefined();
    const numbers = [...first.items, ...second.items].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(3);
    expect(await operations.call(ListWorkOrders, { ...mine, status: 'closed' }, context)).toEqual({
      items: [],
    });
  });

  it('keep what menus know of them, and of an anonymous caller nothing', async () => {
    const attachments = [{ kind: 'recording' as const, key: 'recordings/7d1c', seconds: 42 }];
    const request = {
      kind: 'complaint' as const,
      anonymous: true,
      text: '停电太久',
      reference: 'held:4711',
      areaCode: '320102',
      channel: 'menu' as const,
      attachments,
    };
    const opened = await operations.call(OpenWorkOrder, request, context);
    expect(opened).toMatchObject(request);
    expect(await operations.call(GetWorkOrder, { number: opened.number }, context)).toEqual(opened);
    const [event] = await eventsOf('ticket.event.work-order-opened.v1', 'held:4711');
    expect(JSON.parse(event?.payload ?? '')).toEqual(opened);
    for (const identity of [{ phone: '+8613900050001' }, { accountNo: '5100123456' }]) {
      await expect(
        operations.call(OpenWorkOrder, { ...request, ...identity, reference: 'held:4712' }, context),
      ).rejects.toMatchObject({ code: 'work-order.identity-given' });
    }
  });

  it('have the code that an anonymous caller was told before, and tell the progress by it (C5)', async () => {
    const { queryCodes } = await operations.call(ReserveQueryCodes, { count: 3 }, context);
    expect(new Set(queryCodes).size).toBe(3);
    const [queryCode = ''] = queryCodes;
    const anonymous = { anonymous: true, phone: undefined, accountNo: undefined, kind: 'complaint' as const };
    const told = workOrder({ ...anonymous, reference: 'anonymous:1', queryCode });
    expect(await operations.call(OpenWorkOrder, told, context)).toMatchObject({ queryCode });
    expect(await operations.call(OpenWorkOrder, told, context)).toMatchObject({ queryCode });
    const found = await operations.call(GetCaseProgress, { queryCode }, context);
    expect(found.case).toMatchObject({ kind: 'complaint', status: 'open' });
    const again = workOrder({ ...anonymous, reference: 'anonymous:2', queryCode });
    await expect(operations.call(OpenWorkOrder, again, context)).rejects.toMatchObject({
      code: 'work-order.query-code-not-reserved',
    });
    const rest = await service.app
      .get(UnitOfWork, { strict: false })
      .query<{ code: string }>('select code from reserved_query_code order by code');
    expect(rest.map(({ code }) => code)).toEqual(queryCodes.slice(1).sort());
  });

  it('tell which files they need', async () => {
    const [used, free] = ['messages/used.wav', 'messages/free.wav'];
    const attachments = [{ kind: 'recording' as const, key: used }];
    await operations.call(OpenWorkOrder, workOrder({ reference: 'call:uses', attachments }), context);
    expect(await operations.call(ListAttachmentUses, { keys: [used, free] }, context)).toEqual({
      uses: [{ key: used, kind: 'call-back-request' }],
    });
  });

  it('tell which calls they came of, open and closed, and of an anonymous one nothing', async () => {
    const complaint = { kind: 'complaint' as const };
    const none = { anonymous: true, phone: undefined, accountNo: undefined };
    for (const order of [
      workOrder({ reference: 'call:pbx-1-77.1' }),
      workOrder({ ...complaint, reference: 'call:pbx-1-77.1:2' }),
      workOrder({ reference: 'call:pbx-1-77.10' }),
      workOrder({ ...complaint, ...none, reference: 'anonymous:pbx-1-77.1' }),
    ]) {
      await operations.call(OpenWorkOrder, order, context);
    }
    await service.app
      .get(UnitOfWork, { strict: false })
      .query(
        `update work_order set status = 'closed', closed_at = '2026-03-02T03:00:00Z' where reference = 'call:pbx-1-77.1'`,
      );
    expect(await operations.call(ListCallUses, { callIds: ['pbx-1-77.1', 'pbx-1-77'] }, context)).toEqual({
      uses: [
        { callId: 'pbx-1-77.1', kind: 'call-back-request', closedAt: '2026-03-02T03:00:00.000Z' },
        { callId: 'pbx-1-77.1', kind: 'complaint' },
      ],
    });
  });

  it('need what their kind cannot do without', async () => {
    for (const [changed, field] of [
      [{ kind: 'call-back-request' as const, phone: undefined }, 'phone'],
      [{ kind: 'application' as const }, 'applicationKind'],
    ] as const) {
      await expect(operations.call(OpenWorkOrder, workOrder(changed), context)).rejects.toMatchObject({
        code: 'work-order.field-missing',
        details: { field },
      });
    }
    const application = workOrder({ kind: 'application', applicationKind: 'new-supply' });
    expect(await operations.call(OpenWorkOrder, application, context)).toMatchObject(application);
  });

  it('tell their progress to whoever has the code, and nothing else', async () => {
    const dueAt = '2026-03-03T09:30:00.000Z';
    const { number, queryCode, openedAt } = await operations.call(
      OpenWorkOrder,
      workOrder({ kind: 'fault', dueAt }),
      context,
    );
    expect(await operations.call(GetCaseProgress, { queryCode }, context)).toEqual({
      case: {
        number,
        kind: 'fault',
        status: 'open',
        openedAt,
        dueAt,
        progress: { 'zh-CN': '已经受理，正在处理', en: 'has been accepted and is being worked on' },
      },
    });
    const other = String((Number(queryCode) + 1) % 100_000_000).padStart(8, '0');
    expect(await operations.call(GetCaseProgress, { queryCode: other }, context)).toEqual({ case: null });
    await expect(operations.call(GetCaseProgress, { queryCode: '1234567' }, context)).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  it('refuse a cursor that is none, and a number that is none', async () => {
    await expect(operations.call(ListWorkOrders, { cursor: 'garbage' }, context)).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await expect(operations.call(GetWorkOrder, { number: 'W1' }, context)).rejects.toMatchObject({
      code: 'work-order.not-found',
    });
  });
});
