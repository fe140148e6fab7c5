import { Logger } from '@switchyard/platform';
import { TRUTH, TruthWatch } from './truth-watch';

class World {
  now = 1_000;
  connected = true;
  newest: string | undefined | Error = undefined;
  readonly arrived = new Set<string>();
  readonly watch = new TruthWatch(
    {
      isConnected: () => this.connected,
      newestPayment: () =>
        this.newest instanceof Error ? Promise.reject(this.newest) : Promise.resolve(this.newest),
      hasArrived: (paymentId) => Promise.resolve(this.arrived.has(paymentId)),
    },
    Logger.silent(),
    () => this.now,
  );

  async askAfter(milliseconds: number): Promise<boolean> {
    this.now += milliseconds;
    await this.watch.ask();
    return this.watch.isCurrent();
  }
}

describe('whether payments come in', () => {
  it('is not known before somebody has answered', async () => {
    const world = new World();
    expect(world.watch.isCurrent()).toBe(false);
    expect(await world.askAfter(0)).toBe(true);
  });

  it('is so while the newest payment has arrived', async () => {
    const world = new World();
    world.newest = 'p-1';
    world.arrived.add('p-1');
    expect(await world.askAfter(0)).toBe(true);
  });

  it('is not so, from one answer to the next, while the newest payment has not arrived', async () => {
    const world = new World();
    await world.askAfter(0);
    world.newest = 'p-2';
    expect(await world.askAfter(TRUTH.every)).toBe(false);
    world.arrived.add('p-2');
    expect(await world.askAfter(TRUTH.every)).toBe(true);
  });

  it('bears two answers that do not come, and no third', async () => {
    const world = new World();
    await world.askAfter(0);
    world.newest = new Error('time-out');
    expect(await world.askAfter(TRUTH.every)).toBe(true);
    expect(await world.askAfter(TRUTH.every)).toBe(true);
    expect(await world.askAfter(TRUTH.every)).toBe(false);
    world.newest = undefined;
    expect(await world.askAfter(TRUTH.every)).toBe(true);
  });

  it('is not so, at once, without a connection', async () => {
    const world = new World();
    await world.askAfter(0);
    world.connected = false;
    expect(world.watch.isCurrent()).toBe(false);
  });

  it('counts from the question, not from an answer that was long in coming', async () => {
    const world = new World();
    const late = new TruthWatch(
      {
        isConnected: () => true,
        newestPayment: () => {
          world.now += TRUTH.holdsFor;
          return Promise.resolve(undefined);
        },
        hasArrived: () => Promise.resolve(true),
      },
      Logger.silent(),
      () => world.now,
    );
    await late.ask();
    expect(late.isCurrent()).toBe(false);
  });
});
