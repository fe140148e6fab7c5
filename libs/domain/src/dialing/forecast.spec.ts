import fc from 'fast-check';
import { CHINESE_CALENDAR } from '../calendar';
import { callingHours } from './calling-window';
import { forecast, type ForecastInput } from './forecast';
import { DEFAULT_SHARES, sharesFromHistory } from './outcome-shares';
import { STANDARD_POLICY, TEST_POLICY } from './standard-policy';

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const resident = callingHours({ ...STANDARD_POLICY, closingMarginSeconds: 0 }, 'resident', CHINESE_CALENDAR);
const organisation = callingHours(STANDARD_POLICY, 'organisation', CHINESE_CALENDAR);
const sure = { delivered: 1, invalid: 0, optedOut: 0, technical: 0 };

const input: ForecastInput = {
  now: at('2026-11-23 09:00'),
  deadline: at('2026-11-24 20:00'),
  groups: [{ hours: resident, contacts: 3600, countedAttempts: 0 }],
  maxCounted: 3,
  spacingSeconds: 7200,
  lines: 60,
  callsPerSecond: 5,
  meanCallSeconds: 60,
  shares: sure,
};
const paperOf = ({ onPaper }: ReturnType<typeof forecast>) =>
  Object.values(onPaper).reduce((sum, n) => sum + n, 0);

test('all answer at once: 3,600 calls at one a second take an hour', () => {
  expect(forecast(input)).toEqual({
    finishAt: at('2026-11-23 10:00'),
    onTime: true,
    expectedCalls: 3600,
    delivered: 3600,
    onPaper: { exhausted: 0, invalid: 0, optedOut: 0, deadline: 0 },
    linesNeeded: 4,
    warnings: [],
  });
});

test('calls per second limit where lines do not', () => {
  expect(forecast({ ...input, callsPerSecond: 0.5 }).finishAt).toEqual(at('2026-11-23 11:00'));
});

test('rest time is no calling time', () => {
  const long = { ...input, groups: [{ hours: resident, contacts: 4 * 3600, countedAttempts: 0 }] };
  expect(forecast(long).finishAt).toEqual(at('2026-11-23 15:00'));
});

test('failures on our side cost calls, not attempts', () => {
  const result = forecast({ ...input, shares: { ...sure, technical: 0.5 } });
  expect(result).toMatchObject({ expectedCalls: 7200, delivered: 3600, finishAt: at('2026-11-23 11:00') });
});

test('nobody answers: three rounds with spacing, then everybody on paper', () => {
  const result = forecast({ ...input, shares: { ...sure, delivered: 0 } });
  // First round until 10:00, retries due until 12:00, that is 14:00 after rest; the third from 16:00 on.
  expect(result).toMatchObject({
    finishAt: at('2026-11-23 16:00'),
    expectedCalls: 10_800,
    delivered: 0,
    onTime: true,
  });
  expect(result.onPaper).toEqual({ exhausted: 3600, invalid: 0, optedOut: 0, deadline: 0 });
});

test('default shares on 1,000 contacts', () => {
  const groups = [{ hours: resident, contacts: 1000, countedAttempts: 0 }];
  const result = forecast({ ...input, groups, shares: DEFAULT_SHARES });
  // 42 % retried: 1000 + 420 + 176.4 attempts; 42 %³ exhausted.
  expect(result.onPaper).toEqual({ exhausted: 74, invalid: 32, optedOut: 16, deadline: 0 });
  expect(result.delivered).toBe(878);
  expect(result.expectedCalls).toBe(Math.round(1596.4 / 0.98));
});

test('too many for the time: late, with the lines that would do', () => {
  const groups = [{ hours: resident, contacts: 100_000, countedAttempts: 0 }];
  const result = forecast({ ...input, groups });
  // 18 hours of calling time until the deadline carry 64,800 calls.
  expect(result).toMatchObject({ onTime: false, delivered: 64_800, linesNeeded: 93 });
  expect(result.onPaper.deadline).toBe(35_200);
  expect(result.warnings).toEqual(['late', 'too-few-lines']);
  expect(forecast({ ...input, groups, lines: 93 })).toMatchObject({ onTime: true, warnings: [] });
});

test('more lines do not help against the calls-per-second limit', () => {
  const groups = [{ hours: resident, contacts: 100_000, countedAttempts: 0 }];
  expect(forecast({ ...input, groups, callsPerSecond: 1, lines: 90 }).warnings).toEqual(['late']);
});

test('retries that fall due after the deadline end on paper', () => {
  const result = forecast({
    ...input,
    deadline: at('2026-11-23 11:00'),
    shares: { ...sure, delivered: 0.5 },
  });
  expect(result).toMatchObject({ delivered: 1800, onTime: false });
  expect(result.onPaper).toMatchObject({ deadline: 1800, exhausted: 0 });
});

test('part of the retries in time', () => {
  // Retries fall due from 11:00 to 12:00, until 11:30 in time: half of 1,800, half of which answer.
  const result = forecast({
    ...input,
    deadline: at('2026-11-23 11:30'),
    shares: { ...sure, delivered: 0.5 },
  });
  expect(result.onPaper).toEqual({ exhausted: 0, invalid: 0, optedOut: 0, deadline: 1350 });
  expect(result.delivered).toBe(1800 + 450);
});

test('later rounds have only the time that the earlier ones leave', () => {
  const result = forecast({
    ...input,
    deadline: at('2026-11-23 10:00'),
    groups: [{ hours: resident, contacts: 3000, countedAttempts: 0 }],
    spacingSeconds: 1,
    shares: { ...sure, delivered: 0.5 },
  });
  expect(result).toMatchObject({ expectedCalls: 3600, delivered: 1800, onPaper: { deadline: 1200 } });
});

test('no calling hours left', () => {
  const result = forecast({ ...input, now: at('2026-11-24 20:00') });
  expect(result).toMatchObject({ onTime: false, delivered: 0, warnings: ['late', 'no-calling-hours-left'] });
  expect(result.linesNeeded).toBeUndefined();
});

test('without a line nothing is delivered', () => {
  expect(forecast({ ...input, lines: 0 })).toMatchObject({
    delivered: 0,
    onTime: false,
    finishAt: undefined,
  });
});

test('nobody to call is done', () => {
  expect(forecast({ ...input, groups: [] })).toMatchObject({
    finishAt: input.now,
    onTime: true,
    delivered: 0,
    warnings: [],
  });
});

test('organisations wait for a working day', () => {
  const groups = [{ hours: organisation, contacts: 60, countedAttempts: 0 }];
  const result = forecast({ ...input, groups, now: at('2026-11-22 10:00') });
  expect(result.finishAt).toEqual(at('2026-11-23 09:01'));
});

test('beyond the calendar’s coverage it says so', () => {
  const groups = [{ hours: organisation, contacts: 60, countedAttempts: 0 }];
  const beyond = { ...input, groups, now: at('2026-12-31 10:00'), deadline: at('2027-01-01 17:30') };
  expect(forecast(beyond).warnings).toContain('calendar-not-covered');
});

test('a running batch: the third attempt is the last', () => {
  const groups = [{ hours: resident, contacts: 100, countedAttempts: 2 }];
  const result = forecast({ ...input, groups, shares: { ...sure, delivered: 0.5 } });
  expect(result).toMatchObject({ expectedCalls: 100, delivered: 50 });
  expect(result.onPaper.exhausted).toBe(50);
});

test('who has used every attempt ends on paper', () => {
  const groups = [{ hours: resident, contacts: 100, countedAttempts: 3 }];
  expect(forecast({ ...input, groups })).toMatchObject({
    expectedCalls: 0,
    delivered: 0,
    onPaper: { exhausted: 100 },
  });
});

test('who is delivered and who ends on paper are all contacts, whatever the figures', () => {
  const share = fc.double({ min: 0, max: 0.33, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          hours: fc.constantFrom(
            resident,
            organisation,
            callingHours(TEST_POLICY, 'resident', CHINESE_CALENDAR),
          ),
          contacts: fc.nat(50_000),
          countedAttempts: fc.nat(3),
        }),
        { maxLength: 4 },
      ),
      fc.record({ delivered: share, invalid: share, optedOut: share, technical: share }),
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 0, max: 5000 }),
      (groups, shares, lines, minutes) => {
        const deadline = new Date(input.now.getTime() + minutes * 60_000);
        const result = forecast({ ...input, groups, shares, lines, deadline });
        const all = groups.reduce((sum, group) => sum + group.contacts, 0);
        expect(Math.abs(result.delivered + paperOf(result) - all)).toBeLessThanOrEqual(2);
        expect(result.delivered).toBeGreaterThanOrEqual(0);
        expect(result.onTime).toBe(!result.warnings.includes('late'));
      },
    ),
  );
});

describe('shares from history', () => {
  test('technical failures are a part of all calls, the others of counted ones', () => {
    const shares = sharesFromHistory({
      confirmed: 50,
      heard: 40,
      'human-requested': 10,
      busy: 60,
      'invalid-number': 20,
      'opted-out': 20,
      technical: 50,
    });
    expect(shares).toEqual({ delivered: 0.5, invalid: 0.1, optedOut: 0.1, technical: 0.2 });
  });

  test('a few attempts say nothing, and a dead trunk does not make it endless', () => {
    expect(sharesFromHistory({ confirmed: 99 })).toBe(DEFAULT_SHARES);
    expect(sharesFromHistory({ busy: 100, technical: 1_000_000 }).technical).toBe(0.9);
  });
});
