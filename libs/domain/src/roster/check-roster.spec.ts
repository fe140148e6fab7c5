import { addDays, type LocalDate, localDate } from '../shared';
import { checkRoster } from './check-roster';
import { isEarlyEnough } from './change-notice';
import type { PlannedShift, RosterFacts, RosterStaff } from './roster-facts';
import { parseRosterPolicy, STANDARD_ROSTER_POLICY } from './roster-policy';
import { isNightShift, type ShiftTemplate, shiftHours, shiftProblems, timesOf } from './shift-template';
import { broughtBy } from './violation';
import { cycleProblem, patternWorks } from './work-pattern';

type Hours = Pick<ShiftTemplate, 'startMinute' | 'endMinute' | 'breaks'>;
const DAY: Hours = { startMinute: 480, endMinute: 960, breaks: [] };
const NIGHT: Hours = { startMinute: 1320, endMinute: 1800, breaks: [] };
const NOVEMBER = { from: localDate('2026-11-01'), to: localDate('2026-11-30') };
const day = (dayOfMonth: number): LocalDate => addDays(NOVEMBER.from, dayOfMonth - 1);

const shift = (dayOfMonth: number, facts: Partial<PlannedShift> & { hours?: Hours } = {}): PlannedShift => {
  const { hours = DAY, ...rest } = facts;
  const workDate = rest.workDate ?? day(dayOfMonth);
  return {
    staffNumber: 'A1',
    workDate,
    ...timesOf(hours, workDate),
    templateCode: 'day',
    duty: 'regular',
    ...rest,
  };
};
const member = (staffNumber: string, facts: Partial<RosterStaff> = {}): RosterStaff => ({
  staffNumber,
  name: '李娜',
  leader: false,
  skills: [],
  suspended: false,
  hiredOn: localDate('2020-01-01'),
  ...facts,
});
const rosterOf = (facts: Partial<RosterFacts>): RosterFacts => ({
  ...NOVEMBER,
  shifts: [],
  others: [],
  staff: [member('A1')],
  leave: [],
  wishes: [],
  needs: [],
  enabledTemplates: new Set(['day', 'night']),
  nightTemplates: new Set(['night']),
  policy: { ...STANDARD_ROSTER_POLICY, leaderAlways: false, weekendLeastShifts: 0 },
  ...facts,
});
const codesOf = (facts: Partial<RosterFacts>) => checkRoster(rosterOf(facts)).map(({ code }) => code);

describe('the shifts of one person', () => {
  test('Monday 22:00–06:00 and Tuesday 05:00 overlap across midnight', () => {
    const shifts = [
      shift(2, { hours: NIGHT }),
      shift(3, { hours: { startMinute: 300, endMinute: 780, breaks: [] } }),
    ];
    const [violation] = checkRoster(rosterOf({ shifts }));
    expect(violation).toMatchObject({ code: 'overlap', severity: 'hard', date: '2026-11-03' });
    expect(violation?.textZh).toBe('李娜 A1：2026-11-03 与 2026-11-02 的班次时间重叠');
    expect(violation?.textEn).toBe('李娜 A1: the shifts of 2026-11-03 and 2026-11-02 overlap');
  });

  test('a short shift within a long one does not hide the overlap behind it', () => {
    const long = shift(2, { hours: { startMinute: 480, endMinute: 1380, breaks: [] } });
    const short = shift(2, { hours: { startMinute: 540, endMinute: 600, breaks: [] } });
    const late = shift(2, { hours: { startMinute: 1320, endMinute: 1440, breaks: [] } });
    expect(codesOf({ shifts: [long, short, late] })).toEqual(['overlap', 'overlap']);
  });

  test('rest is reckoned from the end of a night on the next day', () => {
    const night = shift(2, { hours: NIGHT });
    expect(
      codesOf({ shifts: [night, shift(3, { hours: { ...DAY, startMinute: 1019, endMinute: 1100 } })] }),
    ).toEqual(['too-little-rest']);
    expect(
      codesOf({ shifts: [night, shift(3, { hours: { ...DAY, startMinute: 1020, endMinute: 1100 } })] }),
    ).toEqual([]);
  });

  test('overtime right behind the shift of the day needs no rest between', () => {
    const overtime = shift(2, { hours: { startMinute: 960, endMinute: 1080, breaks: [] }, duty: 'overtime' });
    expect(codesOf({ shifts: [shift(2), overtime] })).toEqual([]);
  });

  test('the night before the month has a say, and is not itself a fault of the roster', () => {
    const before = shift(0, { hours: NIGHT, workDate: localDate('2026-10-31') });
    expect(codesOf({ shifts: [shift(1)], others: [before] })).toEqual(['too-little-rest']);
    expect(
      codesOf({ shifts: [shift(9)], others: [before, shift(0, { workDate: localDate('2026-10-31') })] }),
    ).toEqual([]);
  });

  test('days in a row are counted over the end of the month, and told once', () => {
    const before = [29, 30, 31].map((date) => shift(0, { workDate: localDate(`2026-10-${date}`) }));
    const shifts = [1, 2, 3, 4].map((date) => shift(date));
    const [violation, ...more] = checkRoster(rosterOf({ shifts, others: before }));
    expect(violation).toMatchObject({
      code: 'too-many-days',
      date: '2026-11-04',
      facts: { days: 7, most: 6 },
    });
    expect(more).toEqual([]);
    expect(codesOf({ shifts: shifts.slice(0, 3), others: before })).toEqual([]);
  });

  test('who is not yet here, has left, is suspended, on leave or unknown has no shift', () => {
    const staff = [
      member('A1', { hiredOn: day(5) }),
      member('A2', { leftOn: day(10) }),
      member('A3', { suspended: true }),
      member('A4'),
    ];
    const shifts = [
      shift(4),
      shift(5),
      ...[9, 10].map((date) => shift(date, { staffNumber: 'A2' })),
      shift(3, { staffNumber: 'A3' }),
      shift(3, { staffNumber: 'A4' }),
      shift(3, { staffNumber: 'A9' }),
    ];
    const leave = [{ staffNumber: 'A4', date: day(3) }];
    const found = checkRoster(rosterOf({ staff, shifts, leave })).map(({ code, staffNumber }) => [
      staffNumber,
      code,
    ]);
    expect(found.sort()).toEqual([
      ['A1', 'not-yet-hired'],
      ['A2', 'has-left'],
      ['A3', 'suspended'],
      ['A4', 'on-leave'],
      ['A9', 'unknown-staff'],
    ]);
  });

  test('a shift of another month or by a template that is not enabled is refused', () => {
    const shifts = [shift(0, { workDate: localDate('2026-12-01') }), shift(3, { templateCode: 'mid' })];
    expect(codesOf({ shifts })).toEqual(['template-disabled', 'outside-month']);
  });
});

describe('what a day has', () => {
  const withPolicy = (policy: Partial<typeof STANDARD_ROSTER_POLICY>) => ({
    ...STANDARD_ROSTER_POLICY,
    leaderAlways: false,
    weekendLeastShifts: 0,
    ...policy,
  });

  test('missing heads are told with the part of the day, joined, and nobody counts during a long lunch', () => {
    const lunch = { ...DAY, breaks: [{ fromMinute: 720, toMinute: 780 }] };
    const needs = [
      ...[690, 720, 750, 780].map((minute) => ({ date: day(2), minute, minutes: 30, heads: 1 })),
      { date: day(3), minute: 0, minutes: 30, heads: 2 },
    ];
    const found = checkRoster(rosterOf({ shifts: [shift(2, { hours: lunch })], needs }));
    expect(found).toMatchObject([
      {
        code: 'too-few-heads',
        severity: 'soft',
        date: day(2),
        fromMinute: 720,
        toMinute: 780,
        facts: { missing: 1 },
      },
      { code: 'too-few-heads', date: day(3), facts: { needed: 2, heads: 0 } },
    ]);
    const short = { ...DAY, breaks: [{ fromMinute: 720, toMinute: 750 }] };
    expect(codesOf({ shifts: [shift(2, { hours: short })], needs: needs.slice(0, 4) })).toEqual([]);
  });

  test('reserve is no head, and a leader is none', () => {
    const needs = [{ date: day(2), minute: 600, minutes: 30, heads: 1 }];
    expect(codesOf({ shifts: [shift(2, { duty: 'reserve' })], needs })).toEqual(['too-few-heads']);
    expect(codesOf({ shifts: [shift(2)], staff: [member('A1', { leader: true })], needs })).toEqual([
      'too-few-heads',
    ]);
  });

  test('agents are never without a leader, past midnight too', () => {
    const staff = [member('A1'), member('L1', { leader: true })];
    const policy = withPolicy({ leaderAlways: true });
    const night = shift(2, { hours: NIGHT });
    const [evening, morning, ...more] = checkRoster(rosterOf({ staff, shifts: [night], policy }));
    expect(evening).toMatchObject({
      code: 'no-leader',
      severity: 'hard',
      date: day(2),
      fromMinute: 1320,
      toMinute: 1440,
    });
    expect(morning).toMatchObject({ date: day(3), fromMinute: 0, toMinute: 360 });
    expect(more).toEqual([]);
    const lunch = { ...NIGHT, breaks: [{ fromMinute: 1500, toMinute: 1560 }] };
    const led = [night, shift(2, { staffNumber: 'L1', hours: lunch })];
    expect(codesOf({ staff, shifts: led, policy })).toEqual([]);
  });

  test('weekend posts may not be empty', () => {
    const policy = withPolicy({ weekendLeastShifts: 1 });
    const empty = checkRoster(rosterOf({ shifts: [shift(7)], policy })).filter(
      ({ code }) => code === 'weekend-empty',
    );
    expect(empty.map(({ date }) => date)).toEqual([1, 8, 14, 15, 21, 22, 28, 29].map(day));
    expect(empty[0]?.severity).toBe('hard');
  });

  test('at most five are off: on leave, or against their pattern; a rest day of the pattern is none', () => {
    const twoOnTwoOff = (anchor: number) => ({
      cycle: ['on', 'on', 'off', 'off'] as const,
      anchor: day(anchor),
    });
    const staff = Array.from({ length: 8 }, (_, index) =>
      member(`B${index}`, index < 4 ? { pattern: twoOnTwoOff(1) } : { pattern: twoOnTwoOff(3) }),
    );
    const leave = ['B4', 'B5'].map((staffNumber) => ({ staffNumber, date: day(1) }));
    const off = (facts: Partial<RosterFacts>) =>
      checkRoster(rosterOf({ staff, leave, ...facts })).find(
        ({ code, date }) => code === 'too-many-off' && date === day(1),
      );
    expect(off({})).toMatchObject({ facts: { off: 6, most: 5 }, severity: 'hard' });
    expect(off({ shifts: [shift(1, { staffNumber: 'B0' })] })).toBeUndefined();
  });

  test('policy says what refuses publishing, of what a day lacks', () => {
    const needs = [{ date: day(2), minute: 600, minutes: 30, heads: 1 }];
    const policy = withPolicy({ refused: ['too-few-heads'] });
    expect(checkRoster(rosterOf({ needs, policy }))[0]).toMatchObject({
      code: 'too-few-heads',
      severity: 'hard',
    });
  });

  test('a skill is there when policy wants it', () => {
    const policy = withPolicy({
      skillCover: [{ skill: 'english', fromMinute: 480, toMinute: 960, least: 1 }],
    });
    const staff = [member('A1', { skills: ['english'] })];
    const missing = checkRoster(rosterOf({ staff, shifts: [shift(2)], policy }));
    expect(missing.filter(({ code }) => code === 'skill-missing')).toHaveLength(29);
  });

  test('one in twenty stands by', () => {
    const staff = Array.from({ length: 20 }, (_, index) => member(`C${index}`));
    const shifts = staff.map(({ staffNumber }) => shift(2, { staffNumber }));
    expect(codesOf({ staff, shifts })).toEqual(['too-few-reserve']);
    const [first, ...rest] = shifts;
    if (first) expect(codesOf({ staff, shifts: [{ ...first, duty: 'reserve' }, ...rest] })).toEqual([]);
  });
});

describe('what is fair', () => {
  test('nights above the mean and its spread, days off, and wishes are told; none refuses', () => {
    const staff = ['A1', 'A2', 'A3'].map((staffNumber) => member(staffNumber));
    const nights = [2, 3, 4, 9, 10, 11].map((date) => shift(date, { hours: NIGHT, templateCode: 'night' }));
    const days = ['A2', 'A3'].map((staffNumber) => shift(2, { staffNumber }));
    const wishes = [
      { staffNumber: 'A1', day: day(2), kind: 'day-off' as const },
      { staffNumber: 'A1', day: day(3), kind: 'not-shift' as const, templateCode: 'night' },
      { staffNumber: 'A2', day: day(2), kind: 'shift' as const, templateCode: 'day' },
      { staffNumber: 'A3', day: day(3), kind: 'shift' as const, templateCode: 'night' },
    ];
    const found = checkRoster(rosterOf({ staff, shifts: [...nights, ...days], wishes }));
    expect(found.map(({ code, staffNumber, date }) => [code, staffNumber, date])).toEqual([
      ['wish-not-met', 'A1', day(2)],
      ['wish-not-met', 'A1', day(3)],
      ['unfair-nights', 'A1', undefined],
    ]);
    expect(found.every(({ severity }) => severity === 'soft')).toBe(true);
  });

  test('eight days off are due in a whole month, and fewer to who came in its middle', () => {
    const most = Array.from({ length: 23 }, (_, index) => shift(index + 1)).filter(
      ({ workDate }) => workDate !== day(7) && workDate !== day(14),
    );
    expect(codesOf({ shifts: most })).not.toContain('too-few-days-off');
    const more = [...most, shift(25), shift(26)];
    expect(codesOf({ shifts: more })).toContain('too-few-days-off');
    const staff = [member('A1', { hiredOn: day(16) })];
    const half = [16, 17, 18, 19, 20, 23, 24, 25, 26, 27, 30].map((date) => shift(date));
    expect(codesOf({ staff, shifts: half })).toEqual([]);
  });
});

test('a change answers for what it brings, not for what was there', () => {
  const before = checkRoster(rosterOf({ shifts: [shift(2), shift(2)] }));
  const after = checkRoster(rosterOf({ shifts: [shift(2), shift(2), shift(3), shift(3)] }));
  expect(broughtBy(before, after)).toMatchObject([{ code: 'overlap', date: day(3) }]);
});

test('four weeks are 28 whole days', () => {
  expect(isEarlyEnough(day(1), day(29), 28)).toBe(true);
  expect(isEarlyEnough(day(1), day(28), 28)).toBe(false);
  expect(isEarlyEnough(day(5), day(1), 0)).toBe(false);
});

test('an overnight shift ends on the next day, never before it starts', () => {
  const { startAt, endAt } = timesOf(NIGHT, localDate('2026-11-30'));
  expect([startAt.toISOString(), endAt.toISOString()]).toEqual([
    '2026-11-30T14:00:00.000Z',
    '2026-11-30T22:00:00.000Z',
  ]);
  expect(shiftHours(NIGHT)).toBe('22:00–06:00+1');
  expect(shiftProblems({ startMinute: 1320, endMinute: 360, breaks: [] })).toMatchObject([
    { path: 'endMinute' },
  ]);
  const breaks = [
    { fromMinute: 1500, toMinute: 1530 },
    { fromMinute: 1500, toMinute: 1900 },
  ];
  expect(shiftProblems({ ...NIGHT, breaks })).toMatchObject([{ path: 'breaks[1]' }]);
  expect(
    [NIGHT, DAY, { startMinute: 0, endMinute: 480 }, { startMinute: 900, endMinute: 1380 }].map(isNightShift),
  ).toEqual([true, false, true, false]);
});

test('two on, two off turns through weeks and backwards', () => {
  const cycle = ['on', 'on', 'off', 'off'] as const;
  const week = Array.from({ length: 8 }, (_, index) => patternWorks(cycle, day(5), day(index + 1)));
  expect(week).toEqual([true, true, false, false, true, true, false, false]);
  expect(cycleProblem(['on'])).toBeDefined();
  expect(cycleProblem(['on', 'on'])).toBeDefined();
});

test('a policy is read whole, and every slip is named', () => {
  expect(parseRosterPolicy(STANDARD_ROSTER_POLICY)).toEqual({ ok: true, value: STANDARD_ROSTER_POLICY });
  const slip = { ...STANDARD_ROSTER_POLICY, noticeDays: -1, refused: ['overlap'], more: 1 };
  const parsed = parseRosterPolicy(slip);
  expect(!parsed.ok && parsed.error.map(({ path }) => path)).toEqual(['noticeDays', 'refused', 'more']);
});
