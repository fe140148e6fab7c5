import {
  mayDecide,
  mayRead,
  parseIdentityReadingPolicy,
  type ReadingFacts,
  readingStateAt,
  STANDARD_IDENTITY_READING_POLICY,
} from './reading';

const NOW = new Date('2026-03-02T02:00:00Z');
const LATER = new Date('2026-03-02T03:00:00Z');
const request = (state: ReadingFacts['state'], until = LATER): ReadingFacts => ({
  state,
  requestedBy: 'u-wang',
  until,
});

describe('a request to read who reported', () => {
  it('is decided by a second person', () => {
    expect(mayDecide(request('pending'), 'u-wang', NOW)).toEqual({ ok: false, error: 'own-request' });
    expect(mayDecide(request('pending'), 'u-li', NOW)).toEqual({ ok: true, value: true });
  });

  it.each(['approved', 'refused', 'withdrawn', 'read'] as const)('that is %s is decided no more', (state) => {
    expect(mayDecide(request(state), 'u-li', NOW)).toEqual({ ok: false, error: 'not-in-state' });
  });

  it('is used by who made it, once approved and in time', () => {
    expect(mayRead(request('approved'), 'u-wang', NOW)).toEqual({ ok: true, value: true });
  });

  it.each([
    ['by another, approver or not', request('approved'), 'u-li', 'not-yours'],
    ['while it waits', request('pending'), 'u-wang', 'not-approved'],
    ['when it was refused', request('refused'), 'u-wang', 'not-approved'],
    ['when it was withdrawn', request('withdrawn'), 'u-wang', 'not-approved'],
    ['a second time', request('read'), 'u-wang', 'already-read'],
    ['at the end of its time', request('approved', NOW), 'u-wang', 'expired'],
  ] as const)('is not used %s', (_when, facts, actor, error) => {
    expect(mayRead(facts, actor, NOW)).toEqual({ ok: false, error });
  });

  it('ends with its time only where it could still become something', () => {
    const after = new Date(LATER.getTime() + 1);
    expect(
      (['pending', 'approved', 'refused', 'read'] as const).map((state) =>
        readingStateAt(request(state), after),
      ),
    ).toEqual(['expired', 'expired', 'refused', 'read']);
  });
});

describe('a policy of reading identities', () => {
  it('is read out of JSON', () => {
    expect(parseIdentityReadingPolicy({ ...STANDARD_IDENTITY_READING_POLICY })).toEqual({
      ok: true,
      value: STANDARD_IDENTITY_READING_POLICY,
    });
  });

  it.each([
    [{ approvalMinutes: 0 }, 'approvalMinutes'],
    [{ pendingHours: 1000 }, 'pendingHours'],
    [{ anyone: true }, 'anyone'],
  ])('with %j is refused, naming %s', (change, path) => {
    const parsed = parseIdentityReadingPolicy({ ...STANDARD_IDENTITY_READING_POLICY, ...change });
    expect(!parsed.ok && parsed.error.map((problem) => problem.path)).toContain(path);
  });
});
