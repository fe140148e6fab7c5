import fc from 'fast-check';
import type { FrequencyCap } from './dialing-policy';
import { earliestPermitted, longestSpanSeconds, stricterCaps } from './frequency-cap';
import { STANDARD_POLICY } from './standard-policy';

const caps = STANDARD_POLICY.frequencyCaps;
const now = new Date('2026-11-23T02:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const wait = (calls: Date[], of = caps) =>
  (earliestPermitted(of, calls, now).getTime() - now.getTime()) / 1000;

test.each<[string, Date[], number]>([
  ['never called', [], 0],
  ['called just now', [ago(0)], 60],
  ['called 59 s ago', [ago(59)], 1],
  ['called a minute ago', [ago(60)], 0],
  ['four calls this hour', [100, 900, 1800, 3000].map(ago), 0],
  ['five calls this hour', [100, 900, 1800, 2700, 3000].map(ago), 600],
  ['five calls, the oldest an hour ago', [100, 900, 1800, 2700, 3600].map(ago), 0],
  ['twenty calls in 20 hours', Array.from({ length: 20 }, (_, i) => ago(3600 * (i + 1))), 4 * 3600],
  ['a call that is planned for later counts from then', [ago(-30)], 90],
])('%s: wait %#', (_, calls, seconds) => {
  expect(wait(calls)).toBe(seconds);
  expect(wait(calls.toReversed())).toBe(seconds);
});

test('without caps nothing is in the way', () => {
  expect(wait([ago(0), ago(0)], [])).toBe(0);
  expect(longestSpanSeconds([])).toBe(0);
  expect(longestSpanSeconds(caps)).toBe(86_400);
});

test('a batch can be stricter, never looser', () => {
  expect(wait([ago(0)], stricterCaps(caps, [{ seconds: 600, maxCalls: 1 }]) as FrequencyCap[])).toBe(600);
  expect(wait([ago(0)], stricterCaps(caps, [{ seconds: 1, maxCalls: 9 }]) as FrequencyCap[])).toBe(60);
});

test('calls made at the permitted instants, and not a millisecond sooner, keep every cap in any span', () => {
  const anyCaps = fc.array(
    fc.record({ seconds: fc.integer({ min: 1, max: 100 }), maxCalls: fc.integer({ min: 1, max: 4 }) }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(anyCaps, fc.array(fc.nat(30_000), { maxLength: 30 }), (of, gaps) => {
      const calls: Date[] = [];
      const broken = (times: Date[]) =>
        of.some(({ seconds, maxCalls }) =>
          times.some((end) => {
            const inSpan = times.filter((t) => t <= end && end.getTime() - t.getTime() < seconds * 1000);
            return inSpan.length > maxCalls;
          }),
        );
      for (const gap of gaps) {
        const asked = new Date((calls.at(-1) ?? now).getTime() + gap);
        const permitted = earliestPermitted(of, calls, asked);
        if (permitted > asked) expect(broken([...calls, new Date(permitted.getTime() - 1)])).toBe(true);
        calls.push(permitted);
      }
      expect(broken(calls)).toBe(false);
    }),
  );
});
