import fc from 'fast-check';
import { type FaultCall, sampleFaultCalls, shareRoundedUp } from './sample-fault-calls';

const SHARE = { percent: 5, atLeast: 1 };

function callsOf(sizes: Readonly<Record<string, number>>): FaultCall[] {
  return Object.entries(sizes).flatMap(([subArea, size]) =>
    Array.from({ length: size }, (_, index) => ({ id: `${subArea}-${index}`, subArea, reachable: true })),
  );
}

const areasOf = (ids: readonly string[]) => ids.map((id) => id.split('-')[0]);

describe('the calls of a fault that are followed up', () => {
  it.each([
    [1, 1],
    [19, 1],
    [20, 1],
    [21, 2],
    [40, 2],
    [41, 3],
    [60, 3],
    [1000, 50],
  ])('of %i calls are %i: 5 %%, rounded up, at least one', (count, required) => {
    const sample = sampleFaultCalls(callsOf({ a: count }), SHARE, 'F1');
    expect(sample).toMatchObject({ calls: count, required });
    expect(new Set(sample.picked).size).toBe(required);
  });

  it('are none when nobody left a contact, who are no part of the count either', () => {
    const silent = callsOf({ a: 30 }).map((call) => ({ ...call, reachable: false }));
    expect(sampleFaultCalls(silent, SHARE, 'F1')).toEqual({ calls: 0, required: 0, picked: [] });
    const twenty = callsOf({ b: 20 });
    expect(sampleFaultCalls([...silent, ...twenty], SHARE, 'F1')).toMatchObject({ calls: 20, required: 1 });
  });

  it('cover as many parts of the outage area as there are picks, the larger first', () => {
    const picked = sampleFaultCalls(callsOf({ a: 50, b: 30, c: 10, d: 2 }), SHARE, 'F1').picked;
    expect(areasOf(picked).sort()).toEqual(['a', 'a', 'b', 'c', 'd']);
    const two = sampleFaultCalls(callsOf({ a: 20, b: 12, c: 2 }), SHARE, 'F1').picked;
    expect(areasOf(two)).toEqual(['a', 'b']);
  });

  it('then follow the sizes of the parts', () => {
    const picked = sampleFaultCalls(callsOf({ a: 600, b: 300, c: 100 }), SHARE, 'F1').picked;
    const count = (area: string) => areasOf(picked).filter((one) => one === area).length;
    expect([count('a'), count('b'), count('c')]).toEqual([30, 15, 5]);
  });

  it('are the same for the same seed, in whatever order the calls come, and others for another seed', () => {
    const calls = callsOf({ a: 300, b: 100 });
    const picked = sampleFaultCalls(calls, SHARE, 'F1').picked;
    expect(sampleFaultCalls([...calls].reverse(), SHARE, 'F1').picked).toEqual(picked);
    expect(sampleFaultCalls(calls, SHARE, 'F2').picked).not.toEqual(picked);
  });

  it('stay picked when more calls of the fault come in', () => {
    const first = sampleFaultCalls(callsOf({ a: 20 }), SHARE, 'F1').picked;
    const later = sampleFaultCalls(callsOf({ a: 20, b: 25 }), SHARE, 'F1', first);
    expect(later.picked.slice(0, 1)).toEqual(first);
    expect(areasOf(later.picked)).toEqual(['a', 'b', 'b']);
  });

  it('leave out picks whose call is no longer one of the fault', () => {
    expect(sampleFaultCalls(callsOf({ a: 3 }), SHARE, 'F1', ['gone']).picked).toHaveLength(1);
  });

  it('give every call of a part about the same chance', () => {
    const calls = callsOf({ a: 20 });
    const times = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed++) {
      const [id = ''] = sampleFaultCalls(calls, SHARE, `F${seed}`).picked;
      times.set(id, (times.get(id) ?? 0) + 1);
    }
    expect(times.size).toBe(20);
    for (const count of times.values()) expect(Math.abs(count - 200)).toBeLessThan(70);
  });

  it('reach the share and cover every part that they can, for any fault', () => {
    const sizes = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.integer({ min: 1, max: 80 }), {
      maxKeys: 12,
    });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 10_000 }), (counts, hundredths) => {
        const share = { percent: hundredths / 100, atLeast: 1 };
        const calls = callsOf(counts);
        const { required, picked } = sampleFaultCalls(calls, share, 'any');
        expect(picked).toHaveLength(required);
        expect(required * 10_000).toBeGreaterThanOrEqual(calls.length * hundredths);
        expect(new Set(areasOf(picked)).size).toBe(Math.min(required, Object.keys(counts).length));
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('are counted without the error of binary fractions', () => {
    expect(shareRoundedUp(100, 7)).toBe(7);
    expect(shareRoundedUp(1000, 0.7)).toBe(7);
    expect(shareRoundedUp(101, 7)).toBe(8);
  });
});
