import fc from 'fast-check';
import { erlangB, erlangC, outlookOf } from './erlang';
import { requiredAgents, rosteredHeads } from './required-heads';

const HUNDRED_CALLS = { calls: 100, intervalMinutes: 30, handlingSeconds: 180 };
const TARGET = { serviceLevel: 0.85, withinSeconds: 20, mostOccupancy: 0.9 };

test('100 calls in 30 minutes of 180 s with 14 agents: the golden values', () => {
  const outlook = outlookOf(HUNDRED_CALLS, 14, 20);
  expect(outlook.loadErlangs).toBe(10);
  expect(outlook.waitProbability).toBeCloseTo(0.1741319, 7);
  expect(outlook.serviceLevel).toBeCloseTo(0.88835, 5);
  expect(outlook.averageWaitSeconds).toBeCloseTo(7.836, 3);
  expect(outlook.occupancy).toBeCloseTo(0.714, 3);
});

test('one agent is busy with the probability of the load', () => {
  for (const load of [0.1, 0.5, 0.9]) expect(erlangC(load, 1)).toBeCloseTo(load, 12);
});

test.each([10, 9, 1, 0])('%i agents under a load of 10 never catch up', (agents) => {
  expect(erlangC(10, agents)).toBe(1);
  const outlook = outlookOf(HUNDRED_CALLS, agents, 20);
  expect(outlook).toMatchObject({ stable: false, serviceLevel: 0 });
  expect(outlook.averageWaitSeconds).toBeUndefined();
});

test('a load of hundreds neither overflows nor cancels', () => {
  expect(erlangB(900, 950)).toBeGreaterThan(0);
  expect(erlangC(900, 950)).toBeGreaterThan(0);
  expect(erlangC(900, 950)).toBeLessThan(1);
});

test('nobody calls: nobody waits, nobody is needed', () => {
  const silence = { ...HUNDRED_CALLS, calls: 0 };
  expect(outlookOf(silence, 0, 20)).toMatchObject({ stable: true, serviceLevel: 1 });
  expect(requiredAgents(silence, TARGET)).toBe(0);
});

test('14 agents serve 85 % in 20 s; 13 do not', () => {
  expect(requiredAgents(HUNDRED_CALLS, TARGET)).toBe(14);
  expect(outlookOf(HUNDRED_CALLS, 13, 20).serviceLevel).toBeLessThan(0.85);
});

test('agents are not worn out for the sake of the target', () => {
  expect(requiredAgents(HUNDRED_CALLS, { ...TARGET, mostOccupancy: 0.5 })).toBe(20);
});

test('heads are rounded once, behind shrinkage and over all queues', () => {
  expect(rosteredHeads([7], 0.3)).toBe(10);
  expect(rosteredHeads([14], 0.3)).toBe(20);
  expect(rosteredHeads([1, 1, 1], 0.3)).toBe(5);
  expect([1, 1, 1].reduce((sum, one) => sum + rosteredHeads([one], 0.3), 0)).toBe(6);
  expect(rosteredHeads([], 0.3)).toBe(0);
});

test('one agent fewer than required misses the target or wears out the rest, whatever the demand', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 2000, noNaN: true }),
      fc.integer({ min: 20, max: 900 }),
      (calls, handlingSeconds) => {
        const demand = { calls, handlingSeconds, intervalMinutes: 30 };
        const agents = requiredAgents(demand, TARGET);
        const enough = (heads: number) => {
          const { stable, serviceLevel, occupancy } = outlookOf(demand, heads, TARGET.withinSeconds);
          return stable && serviceLevel >= TARGET.serviceLevel && occupancy <= TARGET.mostOccupancy + 1e-9;
        };
        expect(enough(agents)).toBe(true);
        expect(agents === 1 || !enough(agents - 1)).toBe(true);
      },
    ),
  );
});
