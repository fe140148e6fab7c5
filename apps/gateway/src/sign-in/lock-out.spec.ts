import { countAttempt, type Failures, type LockOutPolicy } from './lock-out';

const policy: LockOutPolicy = { allowed: 3, lockMs: 60_000, memoryMs: 300_000 };
const start = new Date('2026-03-02T01:00:00Z');
const after = (ms: number) => new Date(start.getTime() + ms);

function attempts(times: readonly number[]) {
  let failures: Failures | undefined;
  return times.map((ms) => {
    const attempt = countAttempt(failures, after(ms), policy);
    if (attempt.allowed) failures = attempt.failures;
    return attempt;
  });
}

describe('locking a name after wrong passwords', () => {
  it('allows as many as the policy says and no more', () => {
    expect(attempts([0, 1, 2, 3]).map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
  });

  it('tells for how long, to the second above', () => {
    expect(attempts([0, 0, 0, 500]).at(-1)).toEqual({ allowed: false, retryAfterSeconds: 60 });
  });

  it('opens when the time is over and counts from the beginning', () => {
    expect(attempts([0, 0, 0, 60_000, 60_001, 60_002, 60_003]).map(({ allowed }) => allowed)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('forgets failures that are old', () => {
    expect(attempts([0, 1, 300_001, 300_002]).at(-1)).toMatchObject({
      allowed: true,
      failures: { count: 2 },
    });
  });
});
