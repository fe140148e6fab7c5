import type { RunningService } from '@switchyard/platform';
import type { EnqueueOrder } from '../../src/telephony/telephony.port';
import type { SimulatedNode, SubscriberScript } from '../../src/telephony/simulator';
import { unitOf } from '../dialer-fixture';
import { BOUND_NUMBER, CallFlowFixture } from './call-flow-fixture';
import { CUSTOMER } from './ticket-stub';

const STRANGER = '+8613900010777';
/** Answers at once, and speaks for a second whenever it is recorded. */
const PATIENT: SubscriberScript = { fate: 'answers', ringMs: 0, keys: [], speaksMs: 3_000 };

let fixture: CallFlowFixture;
let node: SimulatedNode;
let service: RunningService;
const queued: { callId: string; order: EnqueueOrder }[] = [];

beforeAll(async () => {
  fixture = await CallFlowFixture.open();
  node = fixture.node((callId, order) => {
    queued.push({ callId, order });
    return { fate: 'open' };
  });
  service = await fixture.start(node);
}, 120_000);

afterAll(() => fixture.close(), 60_000);

const call = (from: string, to = '95598') => node.receiveCall(from, to, PATIENT);
const at = (callId: string, flowNode: string) => fixture.at(service, callId, flowNode);
const ended = (callId: string) => fixture.until(service, callId, (row) => row.phase === 'ended');

/** Presses a key, once the flow is where the key belongs. */
async function press(callId: string, flowNode: string, ...keys: string[]): Promise<void> {
  await at(callId, flowNode);
  for (const key of keys) node.press(callId, key);
}

describe('a caller in the menus', () => {
  it('hears the bill of the account that is bound to the number', async () => {
    const callId = call(BOUND_NUMBER);
    await press(callId, 'main-menu', '1');
    await press(callId, 'self-service', '1');
    await press(callId, 'account-menu', '1');
    const row = await fixture.until(service, callId, (now) => now.self_service_completed === true);
    expect(row).toMatchObject({
      from_number: BOUND_NUMBER,
      account_no: CUSTOMER.accountNo,
      identified_by: 'phone',
      value_tier: 'high',
      desk: 'general',
      phase: 'menu',
      asked: [expect.objectContaining({ what: 'bill' })],
    });
    node.callerHangsUp(callId);
    expect(await ended(callId)).toMatchObject({ end_reason: 'caller-hung-up', flow_state: null });
  }, 60_000);

  it('is identified by account and password, and what is keyed is written nowhere', async () => {
    const callId = call(STRANGER);
    await press(callId, 'main-menu', '1');
    await press(callId, 'self-service', '1');
    await press(callId, 'identify', ...CUSTOMER.accountNo, '#', ...fixture.ticket.password, '#');
    await at(callId, 'account-menu');
    expect(await fixture.row(service, callId)).toMatchObject({ identified_by: 'password' });
    node.callerHangsUp(callId);
    await ended(callId);
    const stored = await unitOf(service).query(`select to_jsonb(i)::text as row from inbound_calls i`);
    expect(JSON.stringify(stored)).not.toContain(fixture.ticket.password);
    expect(fixture.logged.join('')).not.toContain(fixture.ticket.password);
  }, 60_000);

  it('goes on unidentified when the register is away', async () => {
    fixture.ticket.goAway();
    const callId = call(BOUND_NUMBER);
    await press(callId, 'main-menu', '1');
    await at(callId, 'self-service');
    node.callerHangsUp(callId);
    fixture.ticket.comeBack();
    expect(await ended(callId)).toMatchObject({ account_no: null });
  }, 60_000);

  it('says goodbye to somebody who presses nothing', async () => {
    const callId = call(STRANGER);
    expect(await fixture.until(service, callId, (row) => row.phase === 'ended', 90_000)).toMatchObject({
      end_reason: 'completed',
    });
  }, 100_000);
});

describe('a work order from the menus', () => {
  it('is opened once, with the recorded message', async () => {
    const callId = call(STRANGER);
    await press(callId, 'main-menu', '3');
    await press(callId, 'voice-menu', '3');
    await at(callId, 'order-opened');
    expect(fixture.ticket.orders.at(-1)).toMatchObject({
      kind: 'suggestion',
      phone: STRANGER,
      channel: 'menu',
      reference: `call:${callId}:1`,
      attachments: [
        { kind: 'recording', key: expect.stringMatching(/^messages\/[0-9a-f-]{36}\.wav$/) as string },
      ],
    });
    node.callerHangsUp(callId);
    await ended(callId);
  }, 60_000);

  it('is kept and delivered later when ticket is away', async () => {
    const before = fixture.ticket.orders.length;
    fixture.ticket.goAway();
    const callId = call(STRANGER);
    await press(callId, 'main-menu', '3');
    await press(callId, 'voice-menu', '3');
    await at(callId, 'order-opened');
    expect(fixture.ticket.orders).toHaveLength(before);
    node.callerHangsUp(callId);
    fixture.ticket.comeBack();
    await delivered(before + 1);
    expect(fixture.ticket.orders.at(-1)).toMatchObject({ reference: `call:${callId}:1`, phone: STRANGER });
    const [held] = await unitOf(service).query<{ work_order: unknown }>(
      `select work_order from held_cases where reference = $1`,
      [`call:${callId}:1`],
    );
    expect(held).toEqual({ work_order: null });
  }, 90_000);

  it('names nobody and leads to nobody when the caller wishes so', async () => {
    const before = fixture.ticket.orders.length;
    const callId = call(BOUND_NUMBER);
    await press(callId, 'main-menu', '3');
    await press(callId, 'voice-menu', '2');
    await press(callId, 'misconduct-menu', '2');
    await at(callId, 'anonymous-opened');
    const { flow_state: stored } = (await fixture.row(service, callId)) ?? {};
    const code = (stored as { values: Record<string, string> }).values['workOrder.queryCode'] ?? '';
    expect(code).toMatch(/^77\d{6}$/);
    expect(await fixture.row(service, callId)).toMatchObject({
      anonymous: true,
      from_number: null,
      account_no: null,
    });
    expect(fixture.ticket.orders).toHaveLength(before);
    node.callerHangsUp(callId);
    await ended(callId);
    await delivered(before + 1);
    const order = fixture.ticket.orders.at(-1);
    // The code that the caller was told, and nothing of ours leads from it to the call (C5).
    expect(order).toMatchObject({ kind: 'misconduct-report', anonymous: true, queryCode: code });
    expect(fixture.logged.join('')).not.toContain(code);
    for (const table of ['inbound_calls', 'held_cases', 'query_code_pool', 'call_ratings', 'outbox']) {
      const holding = await unitOf(service).query(
        `select from ${table} t where t::text like '%' || $1 || '%'`,
        [code],
      );
      expect({ table, rows: holding.length }).toEqual({ table, rows: 0 });
    }
    expect(order).not.toHaveProperty('phone');
    expect(order).not.toHaveProperty('accountNo');
    expect(JSON.stringify(order)).not.toContain(callId);
    const traces = await unitOf(service).query<{ row: string }>(
      `select to_jsonb(i)::text as row from inbound_calls i where anonymous
       union all select to_jsonb(h)::text from held_cases h where anonymous`,
    );
    expect(traces).toHaveLength(2);
    expect(traces.map(({ row }) => row).join('')).not.toContain(BOUND_NUMBER);
    expect(traces.map(({ row }) => row).join('')).not.toContain(callId);
    const [record] = await unitOf(service).query<{ toTheHour: boolean }>(
      `select date_trunc('hour', started_at) = started_at as "toTheHour" from inbound_calls where anonymous`,
    );
    expect(record).toEqual({ toTheHour: true });
  }, 90_000);
});

describe('a caller who asked not to be known and left no case', () => {
  it('is parted from the call once it is over, and nobody else is', async () => {
    const other = call(BOUND_NUMBER);
    await at(other, 'main-menu');
    node.callerHangsUp(other);
    await ended(other);
    const callId = call(BOUND_NUMBER);
    await at(callId, 'main-menu');
    node.callerHangsUp(callId);
    await ended(callId);
    const over = await unitOf(service).execute(
      `update inbound_calls set anonymous = true, from_number = null, account_no = null,
         started_at = now() - interval '2 minutes', ended_at = now() - interval '1 minute'
       where call_id = $1`,
      [callId],
    );
    expect(over).toBe(1);
    await eventually(async () => ((await fixture.row(service, callId)) === undefined ? true : undefined));
    expect(await fixture.row(service, other)).toMatchObject({ from_number: BOUND_NUMBER });
    const [left] = await unitOf(service).query<{ named: boolean; toTheHour: boolean }>(
      `select bool_or(from_number is not null or account_no is not null) as named,
         bool_and(date_trunc('hour', started_at) = started_at) as "toTheHour"
       from inbound_calls where anonymous`,
    );
    expect(left).toEqual({ named: false, toTheHour: true });
  }, 60_000);
});

describe('a caller who wants a human', () => {
  it('waits in the queue of the tier, and rates the agent afterwards', async () => {
    const callId = call(BOUND_NUMBER);
    await press(callId, 'main-menu', '0');
    await fixture.until(service, callId, (row) => row.phase === 'queue');
    await waiting(callId);
    const order = queued.find((each) => each.callId === callId)?.order;
    expect(order).toMatchObject({ queue: 'vip', priority: 20, language: 'zh-CN', announceRecording: true });
    expect(await fixture.row(service, callId)).toMatchObject({
      queue: 'vip',
      recording: order?.recordingName,
    });
    node.leaveQueue(callId, 'served', '1001');
    await press(callId, 'rating', '5');
    await fixture.until(service, callId, (row) => row.phase === 'after-agent' && row.agent === '1001');
    const rating = await eventually(async () => {
      const [row] = await unitOf(service).query<{ csat: number; agent_id: string }>(
        'select csat, agent_id, matter from call_ratings where call_id = $1',
        [callId],
      );
      return row;
    });
    expect(rating).toMatchObject({ csat: 5, agent_id: '1001', matter: 'human' });
    node.callerHangsUp(callId);
    expect(await ended(callId)).toMatchObject({ end_reason: 'served' });
  }, 60_000);

  it.each([
    ['caller-hung-up', 'waits'],
    ['served', 'talks to the agent'],
  ])(
    'is told as %s when the call ends while the caller %s',
    async (endReason) => {
      const callId = call(STRANGER);
      await press(callId, 'main-menu', '0');
      await waiting(callId);
      // As the queue's own events note it, in another process maybe.
      if (endReason === 'served')
        await unitOf(service).execute(`update inbound_calls set phase = 'agent' where call_id = $1`, [
          callId,
        ]);
      node.callerHangsUp(callId);
      expect(await ended(callId)).toMatchObject({ end_reason: endReason });
    },
    60_000,
  );

  it('is offered a call-back when nobody is there', async () => {
    const callId = call(STRANGER);
    await press(callId, 'main-menu', '0');
    await waiting(callId);
    node.leaveQueue(callId, 'empty');
    await press(callId, 'offer-call-back', '1');
    await ended(callId);
    expect(fixture.ticket.orders.at(-1)).toMatchObject({ kind: 'call-back-request', phone: STRANGER });
  }, 60_000);
});

describe('when the process ends', () => {
  it('callers in menus are led to the queue, and come back to the next process with what was known of them', async () => {
    const inMenu = call(BOUND_NUMBER);
    await press(inMenu, 'main-menu', '1');
    await at(inMenu, 'self-service');
    await service.stop();
    expect(queued.at(-1)).toMatchObject({ callId: inMenu, order: { queue: 'general' } });
    service = await fixture.start(node);
    node.leaveQueue(inMenu, 'timeout');
    await fixture.until(service, inMenu, (row) => row.phase === 'menu' && row.queue === 'general');
    expect(await fixture.row(service, inMenu)).toMatchObject({ from_number: BOUND_NUMBER });
    node.callerHangsUp(inMenu);
    await ended(inMenu);
  }, 90_000);

  it('and nothing is left of calls that have ended', async () => {
    await eventually(async () => {
      const [open] = await unitOf(service).query<{ count: number }>(
        `select count(*)::integer as count from inbound_calls where phase <> 'ended'`,
      );
      return open?.count === 0 ? true : undefined;
    }, 40_000);
    expect(await node.liveCalls()).toEqual([]);
  }, 60_000);
});

function waiting(callId: string): Promise<unknown> {
  return eventually(async () => {
    const live = (await node.liveCalls()).find((each) => each.callId === callId);
    return live && !live.inHand ? true : undefined;
  });
}

function delivered(count: number): Promise<unknown> {
  return eventually(async () => (fixture.ticket.orders.length >= count ? true : undefined), 40_000);
}

async function eventually<T>(find: () => Promise<T | undefined>, timeoutMs = 20_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`not so after ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
