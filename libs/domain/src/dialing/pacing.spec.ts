import fc from 'fast-check';
import { freeLines, fullBucket, linesOfShare, msUntilToken, takeTokens, type TokenBucket } from './pacing';

test.each([
  [{ lines: 30, inboundReserve: 4, liveInbound: 0, liveOutbound: 0 }, 26],
  [{ lines: 30, inboundReserve: 4, liveInbound: 3, liveOutbound: 0 }, 26],
  [{ lines: 30, inboundReserve: 4, liveInbound: 10, liveOutbound: 0 }, 20],
  [{ lines: 30, inboundReserve: 4, liveInbound: 0, liveOutbound: 26 }, 0],
  [{ lines: 30, inboundReserve: 4, liveInbound: 20, liveOutbound: 26 }, 0],
  [{ lines: 2, inboundReserve: 4, liveInbound: 0, liveOutbound: 0 }, 0],
])('%j leaves %i lines', (load, free) => {
  expect(freeLines(load)).toBe(free);
});

test.each([
  [30, 50, 15],
  [30, 100, 30],
  [30, 1, 1],
  [7, 33, 2],
])('of %i lines %i %% are %i', (lines, percent, expected) => {
  expect(linesOfShare(lines, percent)).toBe(expected);
});

const start = new Date('2026-11-23T02:00:00Z');
const later = (ms: number) => new Date(start.getTime() + ms);

describe('calls per second', () => {
  const rate = { callsPerSecond: 10, burst: 5 };

  test('a burst, then nothing, then one each 100 ms', () => {
    const first = takeTokens(fullBucket(rate, start), rate, start, 100);
    expect(first.granted).toBe(5);
    expect(msUntilToken(first.bucket, rate)).toBe(100);
    expect(takeTokens(first.bucket, rate, later(99), 100).granted).toBe(0);
    expect(takeTokens(first.bucket, rate, later(100), 100).granted).toBe(1);
    expect(takeTokens(first.bucket, rate, later(60_000), 100).granted).toBe(5);
  });

  test('what is not wanted stays', () => {
    const step = takeTokens(fullBucket(rate, start), rate, start, 2);
    expect(step).toMatchObject({ granted: 2, bucket: { tokens: 3 } });
    expect(msUntilToken(step.bucket, rate)).toBe(0);
  });

  test('a clock that goes back refills nothing and breaks nothing', () => {
    const empty: TokenBucket = { tokens: 0, at: later(5000) };
    expect(takeTokens(empty, rate, start, 5)).toEqual({ granted: 0, bucket: { tokens: 0, at: start } });
  });

  test('in any span no more than the burst and the rate', () => {
    const requests = fc.array(fc.tuple(fc.nat(2000), fc.nat(20)), { maxLength: 50 });
    fc.assert(
      fc.property(
        requests,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 20 }),
        (asked, cps, burst) => {
          const of = { callsPerSecond: cps, burst };
          let bucket = fullBucket(of, start);
          let ms = 0;
          const grants: { ms: number; granted: number }[] = [];
          for (const [gap, wanted] of asked) {
            ms += gap;
            const step = takeTokens(bucket, of, later(ms), wanted);
            bucket = step.bucket;
            expect(step.granted).toBeLessThanOrEqual(wanted);
            grants.push({ ms, granted: step.granted });
          }
          grants.forEach((from, i) => {
            let sum = 0;
            for (const grant of grants.slice(i)) {
              sum += grant.granted;
              expect(sum).toBeLessThanOrEqual(burst + ((grant.ms - from.ms) / 1000) * cps + 1e-6);
            }
          });
        },
      ),
    );
  });
});
