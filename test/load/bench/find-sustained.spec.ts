import type { CallFigures } from './call-figures';
import { findSustained } from './find-sustained';

/** A machine that can do so many calls per second. */
function machine(capacity: number) {
  return async (offeredPerSecond: number): Promise<CallFigures> => ({
    offeredPerSecond,
    callsPerSecond: Math.min(offeredPerSecond, capacity),
    answeredPerSecond: Math.min(offeredPerSecond, capacity),
    failedShare: 0,
    meanSeconds: 3,
    sustained: offeredPerSecond <= capacity,
  });
}

describe('the search for the sustained rate', () => {
  it.each([30, 100, 160, 400])('comes within a tenth of a capacity of %d', async (capacity) => {
    const { best } = await findSustained(100, 12, machine(capacity));
    expect(best?.callsPerSecond).toBeLessThanOrEqual(capacity);
    expect(best?.callsPerSecond).toBeGreaterThan(capacity * 0.9);
  });

  it('ends after the given number of rates with the best of them', async () => {
    const { best, tried } = await findSustained(100, 3, machine(1_000));
    expect(tried.map(({ offeredPerSecond }) => offeredPerSecond)).toEqual([100, 125, 156]);
    expect(best?.callsPerSecond).toBe(156);
  });

  it('ends with what it has when time is up', async () => {
    const { tried } = await findSustained(100, 9, machine(1_000), () => true);
    expect(tried).toHaveLength(1);
  });

  it('finds none where nothing holds', async () => {
    expect((await findSustained(100, 4, machine(0))).best).toBeUndefined();
  });
});
