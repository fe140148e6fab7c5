import { setTimeout as sleep } from 'node:timers/promises';
import { MicroBatch } from './micro-batch';

describe('MicroBatch', () => {
  it('works once on what arrives together and answers each caller its own', async () => {
    const rounds: number[][] = [];
    const doubles = new MicroBatch<number, number>(
      async (items) => {
        rounds.push([...items]);
        return items.map((item) => item * 2);
      },
      { windowMs: 1 },
    );
    await expect(Promise.all([1, 2, 3].map((item) => doubles.add(item)))).resolves.toEqual([2, 4, 6]);
    expect(rounds).toEqual([[1, 2, 3]]);
  });

  it('does not wait when the limit is reached', async () => {
    const rounds: number[][] = [];
    const batch = new MicroBatch<number, true>(
      async (items) => {
        rounds.push([...items]);
        return items.map(() => true as const);
      },
      { windowMs: 60_000, limit: 2 },
    );
    await Promise.all([batch.add(1), batch.add(2)]);
    expect(rounds).toEqual([[1, 2]]);
  });

  it('tells every caller of a round when the work fails, and goes on with the next round', async () => {
    let fail = true;
    const batch = new MicroBatch<number, number>(
      async (items) => {
        if (fail) throw new Error('gone');
        return items;
      },
      { windowMs: 1 },
    );
    const results = await Promise.allSettled([batch.add(1), batch.add(2)]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    fail = false;
    await expect(batch.add(3)).resolves.toBe(3);
  });

  it('takes those of one turn together without waiting, where no window is given', async () => {
    const rounds: number[][] = [];
    const batch = new MicroBatch<number, number>(
      async (items) => {
        rounds.push([...items]);
        return items;
      },
      { windowMs: 0 },
    );
    await Promise.all([batch.add(1), batch.add(2)]);
    await batch.add(3);
    expect(rounds).toEqual([[1, 2], [3]]);
  });

  it('sends the first at once where it is eager, and gathers what follows closely', async () => {
    const rounds: number[][] = [];
    const batch = new MicroBatch<number, number>(
      async (items) => {
        rounds.push([...items]);
        return items;
      },
      { windowMs: 200, eager: true },
    );
    await batch.add(1);
    expect(rounds).toEqual([[1]]);
    const [second, third] = [batch.add(2), sleep(20).then(() => batch.add(3))];
    await sleep(50);
    expect(rounds).toEqual([[1]]);
    await Promise.all([second, third]);
    expect(rounds).toEqual([[1], [2, 3]]);
    await sleep(250);
    await Promise.race([batch.add(4), sleep(100)]);
    expect(rounds).toEqual([[1], [2, 3], [4]]);
  });
});
