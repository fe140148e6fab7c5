import { FixedClock, Logger, systemContext, type UnitOfWork } from '@switchyard/platform';
import { SpreadStep, SpreadSteps } from './spread-steps';
import { type Spread, Spreads } from './spreads.port';
import { WorkOnSpreads } from './work-on-spreads';

class InMemorySpreads extends Spreads {
  readonly rows = new Map<string, { spread: Spread; nextAt: Date }>();

  async add(spread: Spread, nextAt: Date): Promise<void> {
    this.rows.set(spread.id, { spread, nextAt });
  }

  async claim(now: Date, until: Date): Promise<Spread | undefined> {
    const row = [...this.rows.values()].find(({ nextAt }) => nextAt <= now);
    if (row) row.nextAt = until;
    return row?.spread;
  }

  async goOn(id: string, nextAt: Date, after?: string): Promise<void> {
    const row = this.rows.get(id);
    if (row) this.rows.set(id, { spread: { ...row.spread, after }, nextAt });
  }

  async remove(id: string): Promise<void> {
    this.rows.delete(id);
  }
}

class Paint extends SpreadStep {
  readonly name = 'paint';
  readonly left: string[] = Array.from({ length: 120 }, (_, index) => `W${String(index).padStart(3, '0')}`);
  readonly bad = new Set(['W030']);
  finished = 0;

  async pending(_spread: Spread, after = '', limit: number): Promise<readonly string[]> {
    return this.left.filter((number) => number > after).slice(0, limit);
  }

  async apply(number: string): Promise<void> {
    if (this.bad.has(number)) throw new Error('no paint sticks to it');
    this.left.splice(this.left.indexOf(number), 1);
  }

  async finish(): Promise<void> {
    this.finished += 1;
  }
}

class OneRound extends WorkOnSpreads {
  run(): Promise<void> {
    return this.round();
  }
}

it('one that fails holds up no other, and is tried again until it is done', async () => {
  const [spreads, paint, steps] = [new InMemorySpreads(), new Paint(), new SpreadSteps()];
  steps.register(paint);
  const work = { inTransaction: (act: () => Promise<void>) => act() } as UnitOfWork;
  const start = new Date('2026-03-02T01:00:00Z');
  const spread = { id: 's1', step: 'paint', number: 'W', data: {}, context: systemContext('test') };
  await spreads.add(spread, start);
  const at = (seconds: number) =>
    new OneRound(
      spreads,
      steps,
      work,
      new FixedClock(new Date(start.getTime() + seconds * 1_000)),
      Logger.silent(),
    );
  await at(0).run();
  expect(paint).toMatchObject({ left: ['W030'], finished: 0 });
  await at(30).run();
  expect(paint.finished).toBe(0);
  paint.bad.clear();
  await at(61).run();
  expect(paint).toMatchObject({ left: [], finished: 1 });
  expect(spreads.rows.size).toBe(0);
});
