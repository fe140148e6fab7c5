import { COMMON_ERRORS } from '@switchyard/contracts';
import { Inbox, MetricsRegistry, Outbox, type RunningService, type Transport, UnitOfWork } from '../../src';
import { eventually } from '../eventually.fixture';
import { CONTEXT, EventWorld } from './event-world.fixture';
import { NumberAdded, NumberAddedPayload, Recorder } from './events.fixture';

const upTo = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);

async function publishedBy(service: RunningService): Promise<number> {
  const text = await service.app.get(MetricsRegistry, { strict: false }).render();
  return Number(/^outbox_published_total\S* (\d+)$/m.exec(text)?.[1] ?? 0);
}

/** What holds for events over every transport. Each test uses numbers of its own, from a thousand on. */
export function eventsContract(connect: () => (service: string) => Transport): void {
  let world: EventWorld;

  beforeAll(async () => {
    world = await EventWorld.start((service) => connect()(service));
  });

  afterAll(async () => {
    await world?.stop();
  });

  const outbox = () => world.ticket.app.get(Outbox, { strict: false });
  const unitOfWork = () => world.ticket.app.get(UnitOfWork, { strict: false });
  const seen = (numbers: readonly number[], who = 'recorder') =>
    eventually(
      () => world.seenBy(who, numbers[0]).then((all) => all.filter((n) => numbers.includes(n))),
      (found) => found.length >= numbers.length,
    );

  it('delivers what was appended to every consumer, once and in order', async () => {
    const numbers = upTo(1_000, 30);
    await world.publish(numbers);
    expect(await seen(numbers)).toEqual(numbers);
    expect(await seen(numbers, 'witness')).toEqual(numbers);
  });

  it('tells id, time and context of the request that caused the event', async () => {
    await world.publish([2_000]);
    await seen([2_000]);
    const meta = world.ivr.app.get(Recorder, { strict: false }).metas.at(-1);
    expect(meta?.context).toEqual(CONTEXT);
    expect(meta?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(meta?.occurredAt).toBeInstanceOf(Date);
  });

  it('publishes nothing of a transaction that is rolled back', async () => {
    const work = unitOfWork().inTransaction(async () => {
      await outbox().append(NumberAdded, { n: 3_000 }, CONTEXT);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    await world.publish([3_001]);
    await seen([3_001]);
    expect(await world.seenBy('recorder', 3_000)).not.toContain(3_000);
  });

  it('refuses an event outside a transaction and one that breaks its contract', async () => {
    await expect(outbox().append(NumberAdded, { n: 1 }, CONTEXT)).rejects.toThrow('inside inTransaction');
    const bad = { n: 'one' } as unknown as NumberAddedPayload;
    const append = unitOfWork().inTransaction(() => outbox().append(NumberAdded, bad, CONTEXT));
    await expect(append).rejects.toMatchObject({ code: COMMON_ERRORS.invalid });
  });

  it('tries a failed event again, with its first effect undone, and lets those behind it pass', async () => {
    world.ivr.app.get(Recorder, { strict: false }).failuresLeft.set(4_000, 2);
    await world.publish([4_000, 4_001]);
    expect(await seen([4_000, 4_001])).toEqual([4_001, 4_000]);
  });

  it('lets an event that is published twice take effect once', async () => {
    await world.publish([5_000]);
    await seen([5_000]);
    await world.query(`UPDATE ticket.outbox SET published_at = NULL`);
    await eventually(
      () => world.query('SELECT 1 FROM ticket.outbox WHERE published_at IS NULL'),
      (rows) => rows.length === 0,
    );
    await world.publish([5_001]);
    await seen([5_001]);
    for (const who of ['recorder', 'witness']) {
      const all = await world.seenBy(who);
      expect(all).toHaveLength(new Set(all).size);
    }
  });

  it('keeps an event that cannot be read as dead, tells why, and goes on', async () => {
    await world.query(
      `INSERT INTO ticket.outbox (id, subject, payload, context, occurred_at)
       VALUES (gen_random_uuid(), $1, '{"n": "six"}', '', now())`,
      [NumberAdded.subject],
    );
    await world.publish([6_001]);
    await seen([6_001]);
    const inbox = world.ivr.app.get(Inbox, { strict: false });
    const dead = await eventually(
      () => inbox.countDead(),
      (counts) => counts.length === 2,
    );
    expect(dead).toEqual(expect.arrayContaining([{ durable: 'test-recorder', events: 1 }]));
    const [row] = await world.query<{ last_error: string }>(
      `SELECT last_error FROM ivr.inbox WHERE state = 'dead'`,
    );
    expect(row?.last_error).toContain('n must be an integer');
  });

  it('keeps the order, and publishes once, when two replicas of the publisher relay side by side', async () => {
    const second = await world.replica('ticket');
    const before = await publishedBy(world.ticket);
    const numbers = upTo(7_000, 300);
    try {
      for (const n of numbers) await world.publish([n], n % 2 === 0 ? world.ticket : second);
      expect(await seen(numbers)).toEqual(numbers);
      const published = await Promise.all([publishedBy(world.ticket), publishedBy(second)]);
      expect(published[0] + published[1] - before).toBe(numbers.length);
    } finally {
      await second.stop();
    }
  });

  it('keeps events for a consumer that is away', async () => {
    await world.ivr.stop();
    const numbers = upTo(8_000, 20);
    await world.publish(numbers);
    world.ivr = await world.replica('ivr');
    expect(await seen(numbers)).toEqual(numbers);
    expect(await seen(numbers, 'witness')).toEqual(numbers);
  });
}
