import { InProcessBus, InProcessTransport, isConnectionLost, UnitOfWork } from '../src';
import { EventWorld } from './contract/event-world.fixture';
import { Recorder } from './contract/events.fixture';
import { eventually } from './eventually.fixture';

describe('when Postgres fails', () => {
  let world: EventWorld;

  beforeAll(async () => {
    const bus = new InProcessBus();
    world = await EventWorld.start(() => new InProcessTransport(bus));
  });

  afterAll(async () => {
    await world?.stop();
  });

  const unitOfWork = () => world.ticket.app.get(UnitOfWork, { strict: false });
  const ready = async () => {
    const response = await fetch(`${world.ticket.url}/health/ready`);
    return { status: response.status, body: (await response.json()) as { checks: Record<string, unknown> } };
  };
  const until = (status: number) => eventually(ready, (answer) => answer.status === status);

  it('the service is alive but not ready, and recovers by itself', async () => {
    await until(200);
    await world.postgres.stop();
    const { body } = await until(503);
    expect(body.checks).toMatchObject({ postgres: { ok: false } });
    expect((await fetch(`${world.ticket.url}/health/live`)).status).toBe(200);
    await world.postgres.restart();
    await until(200);
    await expect(unitOfWork().query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  });

  it('a transaction that it is killed under fails as such, and the next one works', async () => {
    const work = unitOfWork().inTransaction(async () => {
      await unitOfWork().query('SELECT 1');
      process.kill(world.postgres.pid, 'SIGKILL');
      await unitOfWork().query('SELECT pg_sleep(5)');
    });
    const failure: unknown = await work.catch((error: unknown) => error);
    expect(isConnectionLost(failure)).toBe(true);
    await world.postgres.restart();
    await until(200);
    await expect(unitOfWork().inTransaction(() => unitOfWork().query('SELECT 2 AS two'))).resolves.toEqual([
      { two: 2 },
    ]);
  });

  it('a connection that was lent out and lost is not lent out again', async () => {
    const lent = unitOfWork().withConnection(async (client) => {
      await world.postgres.stop();
      await client.query('SELECT 1');
    });
    await expect(lent).rejects.toThrow();
    await world.postgres.restart();
    await until(200);
  });

  it('an event whose connection is cut takes effect once, and spends no try', async () => {
    const numbers = Array.from({ length: 20 }, (_, i) => 1_000 + i);
    world.ivr.app.get(Recorder, { strict: false }).slow.add(1_005);
    await world.publish(numbers);
    await eventually(
      () =>
        world.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'`,
        ),
      (cut) => cut.length > 0,
    );
    const found = await eventually(
      () => world.seenBy('recorder', 1_000).catch(() => []),
      (seen) => seen.length >= numbers.length,
    );
    expect(found).toEqual(numbers);
    const spent = await world.query('SELECT event_id, last_error FROM ivr.inbox WHERE failures > 0');
    expect(spent).toEqual([]);
  });
});
