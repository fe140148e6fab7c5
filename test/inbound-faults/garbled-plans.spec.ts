import { SeededRandom } from '../faults/seeded-random';
import { garbledCallers } from './garbled-plans';

const callers = garbledCallers(200, new SeededRandom(1));

test('garbled callers have numbers of their own, and the same ones for the same seed', () => {
  expect(new Set(callers.map(({ from }) => from)).size).toBe(200);
  expect(garbledCallers(200, new SeededRandom(1))).toEqual(callers);
  expect(garbledCallers(200, new SeededRandom(2))).not.toEqual(callers);
});

test('some hang up before the answer, some say nothing, some key by either way, some ask for a human', () => {
  const some = (holds: (caller: (typeof callers)[number]) => boolean) => callers.filter(holds).length;
  expect(some(({ ringSeconds = 20 }) => ringSeconds < 1)).toBeGreaterThan(10);
  expect(some(({ keys = [], ringSeconds = 20 }) => ringSeconds > 1 && keys.length === 0)).toBeGreaterThan(5);
  expect(some(({ keys = [] }) => keys.some(({ via }) => via === 'info'))).toBeGreaterThan(20);
  expect(some(({ keys = [] }) => keys.some(({ key }) => key === '0'))).toBeGreaterThan(40);
  expect(some(({ keys = [] }) => keys.length > 8)).toBeGreaterThan(20);
});

test('no key comes sooner than it can be sent', () => {
  const pauses = callers.flatMap(({ keys = [] }) => keys.map(({ afterMs }) => afterMs));
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(750);
});
