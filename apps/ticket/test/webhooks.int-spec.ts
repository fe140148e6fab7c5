import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  AssignWorkOrder,
  CancelOutage,
  ChangeWebhook,
  CreateWebhook,
  ForwardWorkOrder,
  GetWebhook,
  ListWebhookDeliveries,
  ListWebhooks,
  OpenWorkOrder,
  PingWebhook,
  PutArea,
  RedeliverDeadDeliveries,
  RedeliverWebhookDelivery,
  RegisterOutage,
  RenewWebhookSecret,
  type WebhookWithSecret,
} from '@switchyard/contracts';
import { waitFor } from '@switchyard/testing';
import { Webhook as Verifier } from 'standardwebhooks';
import { TicketFixture } from './ticket-fixture';

interface Post {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A department's system: answers what it is told to, and keeps what it was sent. */
class DepartmentSystem {
  readonly posts: Post[] = [];
  answer: number | 'silence' = 204;
  private server: Server;

  async start(): Promise<this> {
    this.server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        this.posts.push({ headers: request.headers as Record<string, string>, body });
        if (this.answer === 'silence') return request.socket.destroy();
        return response.writeHead(this.answer).end('taken');
      });
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/switchyard?from=test`;
  }

  typesOf(): string[] {
    return this.posts.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

describe('webhooks', () => {
  jest.setTimeout(120_000);
  let ticket: TicketFixture;
  let department: DepartmentSystem;
  let serial = 0;

  beforeAll(async () => {
    ticket = await TicketFixture.start();
    await ticket.call(PutArea, { code: '320102', name: '玄武区', nameEn: 'Xuanwu', class: 'urban' });
  });

  beforeEach(async () => {
    department = await new DepartmentSystem().start();
  });

  afterEach(async () => {
    for (const { webhookId } of (await ticket.call(ListWebhooks, {})).items) {
      await ticket.call(ChangeWebhook, { webhookId, active: false });
    }
    await department.stop();
  });

  afterAll(() => ticket.close());

  const create = (facts: object = {}): Promise<WebhookWithSecret> =>
    ticket.call(CreateWebhook, {
      name: '抢修系统',
      url: department.url,
      events: ['outage.registered', 'outage.cancelled'],
      ...facts,
    });
  const registerOutage = () =>
    ticket.call(RegisterOutage, {
      kind: 'fault',
      areaCode: '320102',
      cause: '电缆故障',
      startsAt: new Date().toISOString(),
      reference: `OUT-${(serial += 1)}`,
    });
  const openOrder = (facts: object = {}) =>
    ticket.call(OpenWorkOrder, {
      kind: 'consultation',
      phone: '+8613900010001',
      text: '询问阶梯电价',
      reference: `call:webhook-${(serial += 1)}`,
      ...facts,
    });
  const posted = (count: number) =>
    waitFor(`${count} posts at the department`, () => department.posts.length >= count, 20_000);
  const deliveries = async (webhookId: string, state?: 'waiting' | 'delivered' | 'dead') =>
    (await ticket.call(ListWebhookDeliveries, { webhookId, ...(state && { state }) })).items;
  /** Tries again at once what waits for its next try. */
  const dueNow = (webhookId: string) =>
    ticket.query(
      `update webhook_delivery set next_try_at = now() where webhook_id = $1 and state = 'waiting'`,
      [webhookId],
    );

  it('post what happens, once, signed so that the other side can verify it', async () => {
    const { webhookId, secret } = await create();
    const { outageId } = await registerOutage();
    await posted(1);
    await ticket.call(CancelOutage, { outageId });
    await posted(2);
    expect(department.typesOf()).toEqual(['outage.registered', 'outage.cancelled']);
    for (const { headers, body } of department.posts) {
      expect(new Verifier(secret).verify(body, headers)).toMatchObject({ data: { outageId } });
      expect(() => new Verifier(secret).verify(`${body} `, headers)).toThrow();
    }
    await waitFor('settled', async () => (await deliveries(webhookId, 'delivered')).length === 2, 20_000);
    expect(await deliveries(webhookId)).toEqual([
      expect.objectContaining({ event: 'outage.cancelled', state: 'delivered', tries: 1, lastStatus: 204 }),
      expect.objectContaining({ event: 'outage.registered', state: 'delivered' }),
    ]);
  });

  it('tell nothing that was not asked for, and nothing while they are off', async () => {
    const { webhookId } = await create({ events: ['outage.cancelled'] });
    const { outageId } = await registerOutage();
    await ticket.call(ChangeWebhook, { webhookId, active: false });
    await ticket.call(CancelOutage, { outageId });
    const told = await create({ events: ['outage.registered'] });
    await registerOutage();
    await posted(1);
    expect(department.typesOf()).toEqual(['outage.registered']);
    expect(await deliveries(webhookId)).toEqual([]);
    expect(await deliveries(told.webhookId)).toHaveLength(1);
  });

  it('of a department hear of what that department owns, and of no other', async () => {
    await create({ name: '抢修', events: ['work-order.changed'], department: 'repair' });
    const { number } = await openOrder();
    await ticket.call(AssignWorkOrder, { number, department: 'business', reason: '电价问题' });
    const { seq } = await ticket.call(ForwardWorkOrder, { number, department: 'repair', reason: '现场核实' });
    await posted(1);
    expect(department.posts.map(({ body }) => JSON.parse(body) as object)).toEqual([
      expect.objectContaining({
        type: 'work-order.changed',
        data: expect.objectContaining({ number, owner: 'repair', eventType: 'forwarded', seq }) as object,
      }),
    ]);
  });

  it("leave customers' numbers and words out unless told otherwise", async () => {
    await create({ events: ['work-order.opened'] });
    const { number } = await openOrder();
    await posted(1);
    expect(department.posts[0]?.body).toContain(number);
    expect(department.posts[0]?.body).not.toMatch(/13900010001|阶梯电价/);
    const full = await create({ events: ['work-order.opened'], personalData: true });
    await openOrder();
    await posted(3);
    const bodies = department.posts.map(({ body }) => body);
    expect(
      bodies.filter((body) => body.includes('+8613900010001') && body.includes('阶梯电价')),
    ).toHaveLength(1);
    await waitFor(
      'settled',
      async () => (await deliveries(full.webhookId, 'delivered')).length === 1,
      20_000,
    );
  });

  it('try again what was not taken, with the same id, and keep what was given up until it is sent again', async () => {
    const { webhookId } = await create();
    department.answer = 500;
    await registerOutage();
    await posted(1);
    await waitFor(
      'the first try is settled',
      async () => (await deliveries(webhookId))[0]?.tries === 1,
      20_000,
    );
    expect((await deliveries(webhookId))[0]).toMatchObject({
      state: 'waiting',
      lastStatus: 500,
      lastError: 'answered 500',
    });
    for (let tries = 2; tries <= 10; tries += 1) {
      await dueNow(webhookId);
      await waitFor(`try ${tries}`, async () => (await deliveries(webhookId))[0]?.tries === tries, 20_000);
    }
    expect(await ticket.call(GetWebhook, { webhookId })).toMatchObject({ waiting: 0, dead: 1 });
    const [dead] = await deliveries(webhookId, 'dead');
    if (!dead) throw new Error('nothing was given up');
    expect(new Set(department.posts.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([dead.deliveryId]),
    );

    department.answer = 200;
    await ticket.call(RedeliverWebhookDelivery, { deliveryId: dead.deliveryId });
    await waitFor(
      'taken at last',
      async () => (await deliveries(webhookId, 'delivered')).length === 1,
      20_000,
    );
    await expect(
      ticket.call(RedeliverWebhookDelivery, { deliveryId: dead.deliveryId }),
    ).rejects.toMatchObject({ code: 'webhook-delivery.not-allowed-in-state' });
  });

  it('give up at once when the other side says that it is gone, and send again all that was given up', async () => {
    const { webhookId } = await create();
    department.answer = 410;
    await registerOutage();
    await registerOutage();
    await waitFor('given up', async () => (await deliveries(webhookId, 'dead')).length === 2, 20_000);
    department.answer = 200;
    expect(await ticket.call(RedeliverDeadDeliveries, { webhookId })).toEqual({ redelivered: 2 });
    await waitFor('taken', async () => (await deliveries(webhookId, 'delivered')).length === 2, 20_000);
  });

  it('do not let a system that gives no answer keep another waiting', async () => {
    const other = await new DepartmentSystem().start();
    try {
      department.answer = 'silence';
      const silent = await create();
      await registerOutage();
      await posted(1);
      await create({ url: other.url });
      await registerOutage();
      await waitFor('the other system is told', () => other.posts.length === 1, 20_000);
      await waitFor('both are kept', async () => (await deliveries(silent.webhookId)).length === 2, 20_000);
      expect((await deliveries(silent.webhookId)).every(({ state }) => state === 'waiting')).toBe(true);
    } finally {
      await other.stop();
    }
  });

  it('sign by both secrets while the other side changes over', async () => {
    const { webhookId, secret } = await create();
    const renewed = await ticket.call(RenewWebhookSecret, { webhookId });
    expect(renewed.secret).not.toBe(secret);
    await ticket.call(PingWebhook, { webhookId });
    await posted(1);
    const [post] = department.posts;
    if (!post) throw new Error('nothing was posted');
    for (const each of [secret, renewed.secret]) {
      expect(new Verifier(each).verify(post.body, post.headers)).toMatchObject({ type: 'webhook.ping' });
    }
  });

  it('show their secret at creation and never again', async () => {
    const { webhookId, secret } = await create();
    const shown = JSON.stringify([
      await ticket.call(GetWebhook, { webhookId }),
      await ticket.call(ListWebhooks, {}),
      await ticket.call(ChangeWebhook, { webhookId, name: '调度系统' }),
    ]);
    expect(shown).not.toContain(secret);
    expect(ticket.log).not.toContain(secret);
  });

  it.each(['ftp://repair.example.org/', 'https://user:secret@repair.example.org/', 'repair.example.org'])(
    'refuse the address %s, naming the field',
    async (url) => {
      await expect(create({ url })).rejects.toMatchObject({
        code: 'request.invalid',
        details: { fields: [expect.objectContaining({ field: 'url' })] },
      });
    },
  );
});
