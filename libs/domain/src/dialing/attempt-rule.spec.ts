import fc from 'fast-check';
import { CHINESE_CALENDAR } from '../calendar';
import { type AttemptHistory, nextStep, spacedLike, technicalBackOffSeconds } from './attempt-rule';
import { callingHours, mayDialAt } from './calling-window';
import { type Classification } from './outcome';
import { STANDARD_POLICY, TEST_POLICY } from './standard-policy';
import { type Outcome, OUTCOMES } from './vocabulary';

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`);

const ended = (outcome: Outcome, more: Partial<Classification> = {}): Classification => ({
  outcome,
  counted: outcome !== 'technical',
  delivered: outcome === 'confirmed' || outcome === 'heard' || outcome === 'human-requested',
  ...(outcome === 'invalid-number' && { handOff: 'invalid' as const }),
  ...(outcome === 'opted-out' && { handOff: 'opted-out' as const }),
  heardEssential: false,
  optOut: outcome === 'opted-out',
  humanRequested: outcome === 'human-requested',
  ...more,
});

/** A resident's first attempt, on Monday morning. */
const first: AttemptHistory = {
  rule: STANDARD_POLICY.attempts['bill-notice'],
  technical: STANDARD_POLICY.technical,
  hours: callingHours(STANDARD_POLICY, 'resident', CHINESE_CALENDAR),
  classification: ended('no-answer'),
  countedAttempts: 1,
  technicalFailures: 0,
  attemptedAt: [at('2026-11-23 09:30')],
  now: at('2026-11-23 09:30'),
  deadline: at('2026-11-24 20:00'),
};

describe('spacing by outcome', () => {
  test.each<[Outcome, string, string]>([
    ['busy', '2026-11-23 09:40', 'busy'],
    ['no-answer', '2026-11-23 11:30', 'no-answer'],
    ['rejected', '2026-11-23 11:30', 'rejected'],
    ['switched-off', '2026-11-23 11:30', 'switched-off'],
    ['hung-up-early', '2026-11-23 10:30', 'hung-up-early'],
    ['no-reaction', '2026-11-23 10:30', 'no-reaction'],
    ['call-later', '2026-11-23 11:30', 'call-later'],
    ['voicemail', '2026-11-23 11:30', 'no-answer'],
    ['unknown', '2026-11-23 11:30', 'no-answer'],
  ])('%s is tried again at %s', (outcome, dueAt, reason) => {
    expect(nextStep({ ...first, classification: ended(outcome) })).toEqual({
      type: 'retry',
      dueAt: at(dueAt),
      reason,
    });
  });

  test('heard without the key that the batch asks for is spaced like a hang-up', () => {
    const heard = ended('heard', { delivered: false, heardEssential: true });
    expect(nextStep({ ...first, classification: heard })).toMatchObject({ dueAt: at('2026-11-23 10:30') });
  });

  test('a retry that would fall into rest time waits for the next window', () => {
    const late = { ...first, now: at('2026-11-23 11:00'), attemptedAt: [at('2026-11-23 11:00')] };
    expect(nextStep(late)).toMatchObject({ dueAt: at('2026-11-23 14:00') });
  });

  test('every outcome that is tried again has a spacing', () => {
    for (const outcome of OUTCOMES) expect(first.rule.spacingSeconds[spacedLike(outcome)]).toBeGreaterThan(0);
  });
});

describe('what ends a contact', () => {
  test.each<[string, Partial<AttemptHistory>, object]>([
    ['confirmed', { classification: ended('confirmed') }, { kind: 'delivered' }],
    ['heard', { classification: ended('heard') }, { kind: 'delivered' }],
    ['a human requested', { classification: ended('human-requested') }, { kind: 'delivered' }],
    [
      'invalid number at the first attempt',
      { classification: ended('invalid-number') },
      { kind: 'handed-off', reason: 'invalid' },
    ],
    ['opted out', { classification: ended('opted-out') }, { kind: 'handed-off', reason: 'opted-out' }],
    ['third no answer', { countedAttempts: 3 }, { kind: 'handed-off', reason: 'exhausted' }],
    [
      'more than the cap, whatever happened',
      { countedAttempts: 7 },
      { kind: 'handed-off', reason: 'exhausted' },
    ],
    [
      'confirmed at the third',
      { countedAttempts: 3, classification: ended('confirmed') },
      { kind: 'delivered' },
    ],
    [
      'call me later at the third, not heard',
      { countedAttempts: 3, classification: ended('call-later') },
      { kind: 'handed-off', reason: 'exhausted' },
    ],
    [
      'call me later at the third, heard',
      { countedAttempts: 3, classification: ended('call-later', { heardEssential: true }) },
      { kind: 'delivered' },
    ],
    [
      'tenth technical failure',
      { technicalFailures: 10, countedAttempts: 0, classification: ended('technical') },
      { kind: 'handed-off', reason: 'technical' },
    ],
    [
      'no time left for the spacing',
      { deadline: at('2026-11-23 11:30') },
      { kind: 'handed-off', reason: 'deadline' },
    ],
    [
      'deadline before the next window',
      { now: at('2026-11-24 19:50') },
      { kind: 'handed-off', reason: 'deadline' },
    ],
  ])('%s', (_, change, disposition) => {
    expect(nextStep({ ...first, ...change })).toMatchObject({ type: 'dispose', disposition });
  });

  test('delivered after the deadline is still delivered', () => {
    const late = { ...first, now: at('2026-11-25 09:00'), classification: ended('heard') };
    expect(nextStep(late)).toMatchObject({ disposition: { kind: 'delivered' } });
  });
});

describe('technical failures', () => {
  test.each([
    [1, 15],
    [2, 30],
    [3, 60],
    [7, 960],
    [8, 1800],
    [100, 1800],
  ])('after the %i. failure wait %i s', (failures, seconds) => {
    expect(technicalBackOffSeconds(STANDARD_POLICY.technical, failures)).toBe(seconds);
  });

  test('they consume no attempt: with two of three used, the ninth failure is retried', () => {
    const step = nextStep({
      ...first,
      countedAttempts: 2,
      technicalFailures: 9,
      classification: ended('technical'),
    });
    expect(step).toEqual({ type: 'retry', reason: 'technical', dueAt: at('2026-11-23 10:00') });
  });
});

describe('the third attempt is made in another part of the day', () => {
  const second = (attempts: string[], change: Partial<AttemptHistory> = {}): AttemptHistory => ({
    ...first,
    countedAttempts: 2,
    attemptedAt: attempts.map(at),
    now: at(attempts.at(-1)!),
    ...change,
  });

  test.each<[string, AttemptHistory, string]>([
    ['two in the morning → afternoon', second(['2026-11-23 09:00', '2026-11-23 09:30']), '2026-11-23 14:00'],
    ['morning and afternoon → evening', second(['2026-11-23 09:30', '2026-11-23 14:30']), '2026-11-23 18:00'],
    ['afternoon and evening → morning', second(['2026-11-23 15:00', '2026-11-23 19:00']), '2026-11-24 09:00'],
    ['evening twice → next morning', second(['2026-11-23 18:00', '2026-11-23 19:30']), '2026-11-24 09:00'],
  ])('%s', (_, history, dueAt) => {
    expect(nextStep(history)).toMatchObject({ type: 'retry', dueAt: at(dueAt) });
  });

  test('all parts that an organisation has are used: one other than the latest', () => {
    const hours = callingHours(STANDARD_POLICY, 'organisation', CHINESE_CALENDAR);
    const history = second(['2026-11-23 11:00', '2026-11-23 14:30'], { hours });
    expect(nextStep(history)).toEqual({
      type: 'retry',
      dueAt: at('2026-11-24 09:00'),
      reason: 'another-part-of-day',
    });
  });

  test('the deadline leaves no other part: the plain spacing holds', () => {
    const history = second(['2026-11-23 14:00', '2026-11-23 14:30'], { deadline: at('2026-11-23 17:00') });
    expect(nextStep(history)).toEqual({ type: 'retry', dueAt: at('2026-11-23 16:30'), reason: 'no-answer' });
  });

  test('another part that begins at the deadline itself is too late', () => {
    const history = second(['2026-11-23 14:00', '2026-11-23 14:30'], { deadline: at('2026-11-23 18:00') });
    expect(nextStep(history)).toMatchObject({ type: 'retry', dueAt: at('2026-11-23 16:30') });
  });

  test('busy at 11:50: ten minutes later is rest time, and the afternoon is another part anyway', () => {
    const history = second(['2026-11-23 09:30', '2026-11-23 11:50'], { classification: ended('busy') });
    expect(nextStep(history)).toEqual({ type: 'retry', dueAt: at('2026-11-23 14:00'), reason: 'busy' });
  });

  test('the second attempt is not bound to it', () => {
    expect(nextStep(first)).toMatchObject({ dueAt: at('2026-11-23 11:30') });
  });

  test('the test policy does not ask for it', () => {
    const history = second(['2026-11-23 09:00', '2026-11-23 09:30'], {
      rule: TEST_POLICY.attempts['bill-notice'],
      hours: callingHours(TEST_POLICY, 'resident', CHINESE_CALENDAR),
    });
    expect(nextStep(history)).toMatchObject({ dueAt: new Date(history.now.getTime() + 4000) });
  });

  test('windows of one part only: it does not search for ever', () => {
    const hours = {
      ...first.hours,
      windows: { days: 'every-day' as const, ranges: [{ fromMinute: 540, toMinute: 660 }] },
    };
    const history = second(['2026-11-23 09:00', '2026-11-23 10:00'], { hours, deadline: undefined });
    expect(nextStep(history)).toEqual({ type: 'retry', dueAt: at('2026-11-24 09:00'), reason: 'no-answer' });
  });
});

test('a retry is never sooner than its spacing, never outside the window, never after the deadline, never over the cap', () => {
  const minute = fc
    .integer({ min: 0, max: 3 * 1440 })
    .map((offset) => new Date(at('2026-09-29 00:00').getTime() + offset * 60_000));
  const kind = fc.constantFrom('resident', 'organisation');
  fc.assert(
    fc.property(
      minute,
      kind,
      fc.constantFrom(...OUTCOMES),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 11 }),
      fc.array(minute, { maxLength: 2 }),
      fc.option(fc.integer({ min: 1, max: 12 * 1440 }), { nil: undefined }),
      (now, customer, outcome, countedAttempts, technicalFailures, earlier, minutesLeft) => {
        const hours = callingHours(STANDARD_POLICY, customer, CHINESE_CALENDAR);
        const deadline =
          minutesLeft === undefined ? undefined : new Date(now.getTime() + minutesLeft * 60_000);
        const classification = ended(outcome);
        const step = nextStep({
          ...first,
          hours,
          classification,
          countedAttempts,
          technicalFailures,
          attemptedAt: [...earlier, now],
          now,
          deadline,
        });
        if (step.type === 'dispose') return;
        const spacing = classification.counted
          ? first.rule.spacingSeconds[spacedLike(outcome)]
          : technicalBackOffSeconds(first.technical, technicalFailures);
        expect(step.dueAt.getTime() - now.getTime()).toBeGreaterThanOrEqual(spacing * 1000);
        expect(mayDialAt(hours, step.dueAt)).toBe(true);
        if (deadline) expect(step.dueAt.getTime()).toBeLessThan(deadline.getTime());
        if (classification.counted) expect(countedAttempts).toBeLessThan(first.rule.maxCounted);
        else expect(technicalFailures).toBeLessThan(first.technical.maxFailures);
      },
    ),
    { numRuns: 500 },
  );
});
