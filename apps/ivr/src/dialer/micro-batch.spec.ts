import { MicroBatch } from './micro-batch';

describe('MicroBatch', () => {
  it('works once on what arrives together and answers each caller its own', async () => {
    const rounds: number[][] = [];
    const doubles = new MicroBatch<number, number>(async (items) => {
      rounds.push([...items]);
      return items.map((item) => item * 2);
    }, 1);
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
      60_000,
      2,
    );
    await Promise.all([batch.add(1), batch.add(2)]);
    expect(rounds).toEqual([[1, 2]]);
  });

  it('tells every caller of a round when the work fails, and goes on with the next round', async () => {
    let fail = true;
    const batch = new MicroBatch<number, number>(async (items) => {
      if (fail) throw new Error('gone');
      return items;
    }, 1);
    const results = await Promise.allSettled([batch.add(1), batch.add(2)]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    fail = false;
    await expect(batch.add(3)).resolves.toBe(3);
  });
});
