import { createHmac, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type BatchDetail,
  type BatchView,
  type ClocksOf,
  type WebhookWithSecret,
  type FollowUpPage,
  type MaintenanceView,
  NoticeDelivered,
  type NoticeDeliveredPayload,
  type NoticePlans,
  type OutageNoticePage,
  type OutageView,
  type ServiceClockView,
  type WebhookDeliveryPage,
  type WorkOrderHistory,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Logger, NatsTransport, Outbox, systemContext, UnitOfWork } from '@switchyard/platform';
import { describeWithLabRoot, waitFor } from '@switchyard/testing';
import { GatewayFixture } from '../apps/gateway/test/gateway-fixture';
import type { Role } from '../apps/gateway/src/access/roles';
import { bills, CampaignFixture } from '../apps/ivr/test/campaign/campaign-fixture';
import { TicketFixture } from '../apps/ticket/test/ticket-fixture';
import { ComposedNats, type NatsUser } from './deploy/composed-nats.fixture';

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

describeWithLabRoot('the service desk over REST, each service with its own login at NATS', (host) => {
  let files: string;
  let nats: ComposedNats;
  let gateway: GatewayFixture;
  let ticket: TicketFixture;
  let ivr: CampaignFixture;
  let opened = 0;
  const bearers = new Map<Role, string>();

  beforeAll(async () => {
    files = await mkdtemp(path.join(tmpdir(), 'switchyard-files-'));
    nats = await ComposedNats.start(host);
    const over = (user: NatsUser) => () => new NatsTransport(user, nats.urlOf(user), Logger.silent());
    ivr = await CampaignFixture.open({ transport: over('ivr'), filesDir: files });
    ticket = await TicketFixture.start({ transport: over('ticket'), filesDir: files });
    gateway = await GatewayFixture.open({ FILES_DIR: files }, [], over('gateway')());
    for (const role of ['admin', 'agent', 'shift-leader', 'viewer'] as const) {
      bearers.set(role, await gateway.bearer(role));
    }
    await ask('put', '/areas/desk').send({ name: '秦淮区', class: 'urban' }).expect(200);
  }, 120_000);

  afterAll(async () => {
    await gateway?.close();
    await ticket?.close();
    await ivr?.close();
    await nats?.stop();
    await rm(files, { recursive: true, force: true });
  });

  type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
  const as = (role: Role, method: Method, url: string) =>
    gateway.http[method](`/api/v1${url}`).set('authorization', bearers.get(role) ?? '');
  const ask = (method: Method, url: string) => as('admin', method, url);

  async function open(kind: string, fields: object, facts: object = {}): Promise<WorkOrderView> {
    const body = { kind, fields, channel: 'voice', areaCode: 'desk', text: '来电', ...facts };
    const reference = `desk-${++opened}`;
    const phone = `+8613900060${String(opened).padStart(3, '0')}`;
    const answer = await as('agent', 'post', '/work-orders')
      .send({ phone, reference, ...body })
      .expect(201);
    return answer.body as WorkOrderView;
  }

  it('leads a complaint from the caller to the department and back, and again when the caller is not content', async () => {
    const { number, queryCode } = await open('complaint', { demand: '退还多收的电费' });
    const act = async (what: string, body: object = {}, status = 200) =>
      (await as('agent', 'post', `/work-orders/${number}/${what}`).send(body).expect(status))
        .body as WorkOrderView & { code?: string };
    expect(await act('assign')).toMatchObject({ stage: 'assigned', owner: 'business' });
    await act('accept');
    await act('answer', { result: '不清楚' });
    expect(await act('send-back', { reason: '没有说明原因' })).toMatchObject({ owner: 'business' });
    await act('interim-replies', { text: '正在核查抄表记录' });
    expect(await act('urge', { by: 'centre', channel: 'phone' }, 422)).toMatchObject({
      code: 'work-order.not-due-yet',
    });
    await act('urge', { by: 'customer', channel: 'phone' });
    await act('answer', { result: '抄表有误，应退 100 元' });
    await act('decide', { decision: '退费 100 元' });
    await act('tell-customer', { how: 'phone', text: '已告知' });
    expect(await act('close', { result: '已退费' })).toMatchObject({ status: 'closed' });
    const clocks = (await as('agent', 'get', `/work-orders/${number}/clocks`).expect(200)).body;
    expect(
      (clocks as ClocksOf).items.map(({ limit, owner, cycle, state }) => [limit, owner, cycle, state]),
    ).toEqual([
      ['L17', 'centre', 1, 'met'],
      ['L12', 'business', 1, 'met'],
      ['L18', 'centre', 1, 'ended'],
      ['L12', 'business', 2, 'met'],
      ['L18', 'centre', 2, 'met'],
      ['L19', 'centre', 1, 'running'],
    ]);

    const list = await as('agent', 'get', `/follow-ups?workOrderNumber=${number}&status=open`).expect(200);
    const [item] = (list.body as FollowUpPage).items;
    const callBack = (clocks as ClocksOf).items.at(-1);
    expect(item).toMatchObject({ purpose: 'call-back', dueAt: callBack?.dueAt });
    const result = { itemId: item?.itemId, satisfaction: 1, opinion: '退费还没有到账' };
    await as('agent', 'post', '/follow-up-calls')
      .send({ outcome: 'reached', channel: 'phone', results: [result] })
      .expect(201);
    const again = await as('agent', 'get', `/work-orders/${number}`).expect(200);
    expect(again.body).toMatchObject({ stage: 'received', status: 'open', cycle: 2 });
    const history = await ask('get', `/work-orders/${number}/history?verify=true`).expect(200);
    const { events, verdict } = history.body as WorkOrderHistory;
    expect(verdict).toEqual({ intact: true });
    expect(events.at(-1)).toMatchObject({ type: 'reopened' });
    const progress = await ask('get', `/work-orders/progress/${queryCode}`).expect(200);
    expect(progress.body).toMatchObject({ case: { number, status: 'open' } });
    const file = await as('agent', 'get', '/work-orders/export?kind=complaint').expect(200);
    expect(file.text).toContain('the-agent');
    expect(file.text).not.toContain((again.body as WorkOrderView).responsible);
    const told = await as('agent', 'get', '/notifications/export?language=en').expect(200);
    expect(told.text).toContain('at,told,department');
    const samples = await as('shift-leader', 'get', '/correctness/samples/export').expect(200);
    expect(samples.text).toContain('对象,开始,结束');
  });

  it('tells important customers of a planned outage first, with proof, and moves its limits when it is put off', async () => {
    const account = (no: string, phone: string, important: boolean) =>
      ask('put', `/accounts/${no}`)
        .send({ name: no, kind: 'resident', phones: [phone], areaCode: 'desk', important })
        .expect(200);
    await account('DESK-1', '+8613900070001', false);
    await account('DESK-2', '+8613900070002', true);
    await account('DESK-3', '+8613900070003', true);
    const maintenance = await as('shift-leader', 'post', '/maintenance-documents')
      .send({
        reference: 'JX-1',
        kind: 'planned',
        title: '线路检修',
        approvedBy: '调度',
        areaCodes: ['desk'],
        approvedAt: inDays(-0.01),
        startsAt: inDays(9),
        endsAt: inDays(9.2),
      })
      .expect(201);
    const { maintenanceId } = maintenance.body as MaintenanceView;
    const startsAt = inDays(9);
    const registered = await as('shift-leader', 'post', '/outages')
      .send({ kind: 'planned', areaCode: 'desk', startsAt, cause: '线路检修', maintenanceId })
      .expect(201);
    const { outageId } = registered.body as OutageView;
    const plansOf = async () =>
      ((await ask('get', `/outages/${outageId}/notice-plans`).expect(200)).body as NoticePlans).items;
    await waitFor(
      'the batch of the important customers',
      async () => (await plansOf())[0]?.importantBatchId !== undefined,
      20_000,
    );
    const [plan] = await plansOf();
    expect(plan).toMatchObject({ occasion: 'announcement', othersStarted: false });
    const batchOf = async () =>
      ((await ask('get', `/batches/${plan?.importantBatchId}`).expect(200)).body as BatchDetail).batch;
    await waitFor('its start', async () => (await batchOf()).state === 'running', 20_000);
    expect(await batchOf()).toMatchObject({ kind: 'outage-notice', contacts: 2 });
    const noticesOf = async () =>
      ((await ask('get', `/outage-notices?outageId=${outageId}`).expect(200)).body as OutageNoticePage).items;
    const isUnderWay = async () => (await noticesOf())[0]?.state === 'calling';
    await waitFor('the dialler has them', isUnderWay, 20_000);
    expect((await noticesOf()).map(({ accountNo, state }) => [accountNo, state])).toEqual([
      ['DESK-2', 'calling'],
      ['DESK-3', 'calling'],
      ['DESK-1', 'waiting'],
    ]);

    const delivered: NoticeDeliveredPayload = {
      contactId: randomUUID(),
      batchId: plan?.importantBatchId ?? '',
      kind: 'outage-notice',
      accountNo: 'DESK-2',
      period: plan?.planId ?? '',
      at: new Date().toISOString(),
      attempts: [],
      callId: 'call-1',
      direction: 'out',
    };
    const outbox = ivr.service.app.get(Outbox, { strict: false });
    await ivr.service.app
      .get(UnitOfWork, { strict: false })
      .inTransaction(() => outbox.append(NoticeDelivered, delivered, systemContext('ivr')));
    await as('agent', 'post', `/outage-notice-plans/${plan?.planId}/confirmations`)
      .send({ recipient: 'account:DESK-3', proof: 'fax', confirmedBy: '王院长' })
      .expect(200);
    await waitFor('the proof of both', async () => (await plansOf())[0]?.important.confirmed === 2, 20_000);

    const clocks = async () =>
      ((await ask('get', `/outages/${outageId}/clocks`).expect(200)).body as ClocksOf).items;
    const announcement = async () => (await clocks()).find(({ limit }) => limit === 'L27');
    expect((await clocks()).map(({ limit, state }) => [limit, state]).sort()).toEqual([
      ['L26', 'met'],
      ['L27', 'running'],
      ['L29', 'met'],
    ]);
    const before = Date.parse((await announcement())?.dueAt ?? '');
    const putOff = new Date(Date.parse(startsAt) + 3 * DAY_MS).toISOString();
    await as('shift-leader', 'patch', `/outages/${outageId}`)
      .send({ startsAt: putOff, reason: '天气' })
      .expect(200);
    expect(Date.parse((await announcement())?.dueAt ?? '')).toBe(before + 3 * DAY_MS);
  });

  it('has a working day to tell customers of the bills that came in, from the dialler’s own word', async () => {
    const made = await ask('post', '/batches')
      .send({ kind: 'bill-notice', name: '十一月', policyName: 'test' })
      .expect(201);
    const { id } = made.body as BatchView;
    await ask('post', `/batches/${id}/imports`)
      .attach('file', Buffer.from(bills(3)), 'bills.csv')
      .expect(202);
    let clock: ServiceClockView | undefined;
    const reaches = (state: string) => async () => {
      const answer = await ask('get', `/batches/${id}/clocks`).expect(200);
      clock = (answer.body as ClocksOf).items[0];
      return clock?.state === state;
    };
    await waitFor('the limit of the data', reaches('running'), 20_000);
    expect(clock).toMatchObject({ limit: 'L24', stage: 'bill-notices', owner: 'centre' });
    await ask('delete', `/batches/${id}`).expect(204);
    await waitFor('its end', reaches('ended'), 20_000);
  });

  it('tells a department’s system what happens, signed, and again when it did not listen', async () => {
    const heard: { headers: IncomingHttpHeaders; body: string; answered: number }[] = [];
    const server = await listen((headers, body) => {
      const type = (JSON.parse(body) as { type: string }).type;
      const answered = heard.length === 0 ? 503 : 204;
      heard.push({ headers, body, answered });
      return type === 'work-order.opened' ? answered : 204;
    });
    try {
      const { port } = server.address() as AddressInfo;
      const created = await ask('post', '/webhooks')
        .send({ name: '营销系统', url: `http://127.0.0.1:${port}/hook`, events: ['work-order.opened'] })
        .expect(201);
      const { webhookId, secret } = created.body as WebhookWithSecret;
      const { number } = await open('suggestion', {}, { text: '多设网点' });
      await waitFor('the second try', () => heard.length === 2, 30_000);
      expect(heard.map(({ answered }) => answered)).toEqual([503, 204]);
      const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
      for (const { headers, body } of heard) {
        const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
        const signature = createHmac('sha256', key).update(signed).digest('base64');
        expect(headers['webhook-signature']).toBe(`v1,${signature}`);
        expect(JSON.parse(body)).toMatchObject({ type: 'work-order.opened', data: { number } });
        expect(body).not.toContain('+86139');
      }
      const url = `/webhook-deliveries?webhookId=${webhookId}`;
      const { items } = (await ask('get', url).expect(200)).body as WebhookDeliveryPage;
      expect(items).toMatchObject([{ state: 'delivered', tries: 2 }]);
      const file = await ask('get', `/webhook-deliveries/export?webhookId=${webhookId}`).expect(200);
      expect(file.text).toContain('work-order.opened,已送达,2,');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('refuses what cannot be, and who may not', async () => {
    const complaint = { kind: 'complaint', channel: 'voice', text: '投诉', fields: { demand: 'x' } };
    const refused = async (changed: object, status: number, field: string) => {
      const answer = await as('agent', 'post', '/work-orders')
        .send({ ...complaint, reference: `bad-${++opened}`, ...changed })
        .expect(status);
      expect(answer.body).toMatchObject({ errors: [{ field }] });
    };
    await refused({ text: 'a\u0000b' }, 400, 'text');
    await refused({ text: 'half \ud83d of one' }, 400, 'text');
    await refused({ text: '  ' }, 400, 'text');
    await refused({ fields: { demand: ' ' } }, 422, 'fields.demand');
    await refused({ fields: { demand: 'x', occurredAt: '2026-02-30T10:00:00Z' } }, 422, 'fields.occurredAt');
    await ask('get', '/work-orders?search=%00').expect(400);
    await as('shift-leader', 'post', '/outages')
      .send({ kind: 'fault', areaCode: 'desk', startsAt: '2020-01-01T00:00:00Z', cause: '断线' })
      .expect(400);
    await as('viewer', 'post', '/work-orders').send(complaint).expect(403);
    await as('agent', 'get', '/webhooks').expect(403);
    const { number } = await open('consultation', { subject: 'price' });
    await as('agent', 'post', `/work-orders/${number}/promise`)
      .send({ at: inDays(-1) })
      .expect(422);
    await as('agent', 'post', `/work-orders/${number}/notes`)
      .send({ text: '备注', expectedSeq: 7 })
      .expect(409);
  });
});

type Answer = (headers: IncomingHttpHeaders, body: string) => number;

async function listen(answer: Answer): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.statusCode = answer(request.headers, Buffer.concat(chunks).toString());
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
