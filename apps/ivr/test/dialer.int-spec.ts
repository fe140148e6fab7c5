import { randomUUID } from 'node:crypto';
import { type RunningService, systemContext } from '@switchyard/platform';
import { KnowPayment } from '../src/dialer/know-payments/know-payment.use-case';
import type { SimulatedNode } from '../src/telephony/simulator';
import { DialerFixture, unitOf } from './dialer-fixture';

let fixture: DialerFixture;
let node: SimulatedNode;
let service: RunningService;

beforeAll(async () => {
  fixture = await DialerFixture.open();
  node = fixture.node();
  service = await fixture.startDialer(node);
});

afterAll(async () => {
  await fixture?.close();
});

const fate = (code: string, serial: number) => `+8613900${code}${String(serial).padStart(4, '0')}`;

interface Told {
  number: string;
  disposition: string;
  reason: string;
  counted: number;
  outcomes: string[];
}

function told(batchId: string): Promise<Told[]> {
  return unitOf(service).query<Told>(
    `select k.number, k.disposition, k.disposition_reason as reason, k.counted_attempts as counted,
       (select coalesce(array_agg(a.outcome order by a.id), '{}') from attempt a where a.contact_id = k.id) as outcomes
     from contact k where k.batch_id = $1 order by k.line`,
    [batchId],
  );
}

describe('a batch on the line', () => {
  it('brings every kind of fate to its disposition, with at most three counted attempts', async () => {
    const fates = ['01', '02', '04', '05', '06', '11', '15', '21'];
    const batchId = await fixture.seedBatch(
      service,
      fates.map((code, index) => ({ number: fate(code, index) })),
    );
    await fixture.untilOver(service, batchId);
    const byFate = Object.fromEntries((await told(batchId)).map((row) => [row.number.slice(8, 10), row]));
    expect(byFate).toMatchObject({
      '01': { disposition: 'delivered', reason: 'heard', counted: 1 },
      '05': { disposition: 'delivered', counted: 1 },
      '06': { disposition: 'handed-off', reason: 'opted-out', counted: 1 },
      '11': { disposition: 'handed-off', reason: 'exhausted', outcomes: ['busy', 'busy', 'busy'] },
      '15': { disposition: 'handed-off', reason: 'invalid', outcomes: ['invalid-number'] },
    });
    const [{ handedOff } = { handedOff: -1 }] = await unitOf(service).query<{ handedOff: number }>(
      `select count(*)::int as "handedOff" from hand_off where batch_id = $1`,
      [batchId],
    );
    expect(handedOff).toBe(Object.values(byFate).filter((row) => row.disposition === 'handed-off').length);
  });

  it('keeps words, hash, seconds and keys of what was heard', async () => {
    const batchId = await fixture.seedBatch(service, [{ number: fate('01', 100) }]);
    await fixture.untilOver(service, batchId);
    const [call] = await unitOf(service).query(
      `select spoken_text, audio_hash, heard_ms, evidence, outcome from call where batch_id = $1`,
      [batchId],
    );
    expect(call).toMatchObject({ evidence: 'live', outcome: 'heard' });
    expect((call as { spoken_text: string }).spoken_text).toContain('江城');
    expect((call as { audio_hash: string }).audio_hash).toMatch(/^[0-9a-f]{64}$/);
    expect((call as { heard_ms: number }).heard_ms).toBeGreaterThan(0);
  });

  it('publishes each disposition once, and the end of the batch', async () => {
    const batchId = await fixture.seedBatch(service, [
      { number: fate('01', 200) },
      { number: fate('15', 201) },
    ]);
    await fixture.untilOver(service, batchId);
    const events = await unitOf(service).query<{ subject: string }>(
      `select subject from outbox where payload::jsonb ->> 'batchId' = $1 order by subject`,
      [batchId],
    );
    expect(events.map(({ subject }) => subject)).toEqual([
      'ivr.event.batch-finished.v1',
      'ivr.event.contact-handed-off.v1',
      'ivr.event.notice-data-changed.v1',
      'ivr.event.notice-delivered.v1',
    ]);
  });

  it('tells several meters of one number in one call', async () => {
    const number = fate('01', 300);
    const batchId = await fixture.seedBatch(service, [{ number }, { number }, { number }]);
    await fixture.untilOver(service, batchId);
    const calls = await unitOf(service).query(`select id from call where batch_id = $1`, [batchId]);
    expect(calls).toHaveLength(1);
    expect((await told(batchId)).map((row) => row.disposition)).toEqual([
      'delivered',
      'delivered',
      'delivered',
    ]);
  });

  it('does not dial what a payment settles meanwhile', async () => {
    const batchId = await fixture.seedBatch(service, [
      { number: fate('11', 400), accountNo: 'PAYS', payableFen: 5_000 },
    ]);
    await until(async () => (await told(batchId))[0]?.counted === 1);
    await service.app
      .get(KnowPayment, { strict: false })
      .execute(
        { id: randomUUID(), accountNo: 'PAYS', amountFen: 5_000, billMonth: null, paidAt: new Date() },
        systemContext('test'),
      );
    await fixture.untilOver(service, batchId);
    expect(await told(batchId)).toMatchObject([{ disposition: 'cancelled', reason: 'paid' }]);
  });

  it('tells of an outage whoever pays meanwhile: it asks for no money', async () => {
    const number = fate('01', 450);
    const batchId = await fixture.seedBatch(service, [{ number, accountNo: 'HOSPITAL' }], 'hasty', 100, {
      occasion: 'announcement',
      area: '秦淮区',
      cause: '线路检修',
      startsAt: '2026-03-02T09:00',
      restorationAt: '2026-03-02T18:00',
    });
    await service.app
      .get(KnowPayment, { strict: false })
      .execute(
        { id: randomUUID(), accountNo: 'HOSPITAL', amountFen: 5_000, billMonth: null, paidAt: new Date() },
        systemContext('test'),
      );
    await fixture.untilOver(service, batchId);
    expect(await told(batchId)).toMatchObject([{ disposition: 'delivered', reason: 'heard', counted: 1 }]);
    const [call] = await unitOf(service).query<{ text: string }>(
      'select spoken_text as text from call where batch_id = $1',
      [batchId],
    );
    expect(call?.text).toContain('因线路检修，秦淮区自三月二日九点起停电，预计三月二日十八点恢复供电。');
  });

  it('tells the notice to a customer who calls back, and dials no more', async () => {
    const number = fate('12', 500);
    const batchId = await fixture.seedBatch(service, [{ number }]);
    await until(async () => (await told(batchId))[0]?.counted === 1);
    node.receiveCall(number, '95598', { fate: 'answers', ringMs: 0, keys: [] });
    await fixture.untilOver(service, batchId);
    expect(await told(batchId)).toMatchObject([
      { disposition: 'delivered', reason: 'heard', counted: 1, outcomes: ['no-answer', 'heard'] },
    ]);
  });

  it('dials nobody while payments cannot come in, and spends no attempt', async () => {
    const away = jest.spyOn(fixture.transport, 'isConnected').mockReturnValue(false);
    const batchId = await fixture.seedBatch(service, [{ number: fate('02', 600) }]);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const before = await unitOf(service).query(`select id from call where batch_id = $1`, [batchId]);
    const heldUpBy = await obstaclesOf(batchId);
    away.mockRestore();
    await fixture.untilOver(service, batchId);
    expect(before).toEqual([]);
    expect(heldUpBy).toEqual(['truth-unknown']);
    expect(await told(batchId)).toMatchObject([{ disposition: 'delivered', counted: 1 }]);
  });

  it('says that a batch has used up its share of the lines', async () => {
    const contacts = Array.from({ length: 8 }, (_, serial) => ({ number: fate('01', 620 + serial) }));
    const batchId = await fixture.seedBatch(service, contacts, 'hasty', 2);
    await until(async () => (await obstaclesOf(batchId)).includes('line-share'));
    await fixture.untilOver(service, batchId);
    await until(async () => (await obstaclesOf(batchId)).length === 0);
  });

  it('dials nobody while a payment is recorded that does not come in, and goes on once it has', async () => {
    const paymentId = randomUUID();
    const recorded = jest.spyOn(fixture.ticket, 'newestPayment').mockReturnValue({ paymentId });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const batchId = await fixture.seedBatch(service, [{ number: fate('02', 610) }]);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const before = await unitOf(service).query(`select id from call where batch_id = $1`, [batchId]);
    await unitOf(service).query(
      `insert into payment (id, account_no, amount_fen, paid_at) values ($1, 'another', 1, now())`,
      [paymentId],
    );
    await fixture.untilOver(service, batchId);
    recorded.mockRestore();
    expect(before).toEqual([]);
    expect(await told(batchId)).toMatchObject([{ disposition: 'delivered', counted: 1 }]);
  });

  it('dials nobody outside calling hours, and at once when the hours are changed', async () => {
    await fixture.putPolicy(service, 'changing', false);
    const batchId = await fixture.seedBatch(service, [{ number: fate('02', 700) }], 'changing');
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    const before = await unitOf(service).query(`select id from call where batch_id = $1`, [batchId]);
    await fixture.putPolicy(service, 'changing', true);
    await fixture.untilOver(service, batchId);
    expect(before).toEqual([]);
    expect(await told(batchId)).toMatchObject([{ disposition: 'delivered', counted: 1 }]);
  });

  it('leaves no call, lease or timer behind', async () => {
    const live = await unitOf(service).query(`select id from call where state <> 'ended'`);
    expect(live).toEqual([]);
    expect(await node.liveCalls()).toEqual([]);
  });
});

async function obstaclesOf(batchId: string): Promise<(string | null)[]> {
  const rows = await unitOf(service).query<{ obstacle: string | null }>(
    `select obstacle from dial_obstacle where batch_id = $1`,
    [batchId],
  );
  return rows.map(({ obstacle }) => obstacle);
}

async function until(condition: () => Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('the condition did not come true in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
