import { addDays, localDate, weekdayOf } from '../shared';
import {
  annualBalance,
  approvalSteps,
  type Approver,
  dayTypeOf,
  decidersOf,
  entitledDays,
  halfDaysOf,
  type LeaveDayType,
  type LeaveQuestion,
  type LeaveSpan,
  parseLeavePolicy,
  problemsOfLeave,
  STANDARD_LEAVE_POLICY as POLICY,
} from '.';

const date = localDate;
const weekend = (day: string): LeaveDayType => (weekdayOf(date(day)) > 5 ? 'rest' : 'work');
const span = (from: string, to = from, halves: Partial<LeaveSpan> = {}): LeaveSpan => ({
  from: date(from),
  fromHalf: 'am',
  to: date(to),
  toHalf: 'pm',
  ...halves,
});

function problems(facts: Partial<LeaveQuestion> & { span: LeaveSpan }) {
  const question: LeaveQuestion = {
    kind: 'personal',
    halfDays: halfDaysOf(facts.span, weekend, false),
    appliedOn: date('2026-11-02'),
    awayOn: () => ({ all: 0, annual: 0 }),
    annualHalvesLeft: () => 10,
    takenBefore: false,
    ...facts,
  };
  return problemsOfLeave(question, POLICY).map(({ kind, about }) =>
    about === undefined ? kind : `${kind} ${about}`,
  );
}

describe('days of leave', () => {
  it('are rows of their own, half by half, and rest days are not counted twice (L395)', () => {
    const days = halfDaysOf(
      span('2026-11-06', '2026-11-09', { fromHalf: 'pm', toHalf: 'am' }),
      weekend,
      false,
    );
    expect(days.map(({ date: day, half }) => `${day} ${half}`)).toEqual([
      '2026-11-06 pm',
      '2026-11-07 am',
      '2026-11-07 pm',
      '2026-11-08 am',
      '2026-11-08 pm',
      '2026-11-09 am',
    ]);
    expect(days.filter(({ counts }) => counts)).toHaveLength(2);
    expect(
      halfDaysOf(span('2026-11-06', '2026-11-09'), weekend, true).filter(({ counts }) => counts),
    ).toHaveLength(8);
  });

  it('of a year that ends go on in the next', () => {
    const days = halfDaysOf(span('2026-12-31', '2027-01-01'), () => 'work', false);
    expect(days.map(({ date: day }) => day)).toEqual([
      '2026-12-31',
      '2026-12-31',
      '2027-01-01',
      '2027-01-01',
    ]);
  });

  it('tell holidays by law from rest days swapped in (chinese-days#46, chinese-calendar#26)', () => {
    const holidays = new Map([
      ['2026-10-01', 'statutory'],
      ['2026-10-05', 'in-lieu'],
    ] as const);
    const knowledge = (shifts: string[], planned: boolean) => ({
      shifts: new Set(shifts),
      isPlanned: () => planned,
      isWorkingDay: (day: string) =>
        day === '2026-10-10' || (weekdayOf(date(day)) < 6 && !holidays.has(day as '2026-10-01')),
      holiday: (day: string) => holidays.get(day as '2026-10-01'),
    });
    const types = (planned: boolean, ...shifts: string[]) =>
      ['2026-10-01', '2026-10-05', '2026-10-10', '2026-10-12'].map((day) =>
        dayTypeOf(date(day), knowledge(shifts, planned)),
      );
    // 10 October is a make-up day: worked, not a rest day in lieu.
    expect(types(false)).toEqual(['statutory', 'in-lieu', 'work', 'work']);
    expect(types(true, '2026-10-01')).toEqual(['work', 'in-lieu', 'rest', 'rest']);
  });
});

describe('what speaks against a leave', () => {
  it('half on a rest day is refused (hrms#3331), and a leave of rest days only', () => {
    expect(problems({ span: span('2026-11-13', '2026-11-14', { toHalf: 'am' }) })).toEqual([
      'half-on-rest-day 2026-11-14',
    ]);
    expect(problems({ span: span('2026-11-14', '2026-11-15') })).toEqual(['nothing-to-take']);
  });

  it('an end before the start, halves too', () => {
    expect(problems({ span: span('2026-11-12', '2026-11-11') })).toEqual(['backwards']);
    expect(problems({ span: span('2026-11-12', '2026-11-12', { fromHalf: 'pm', toHalf: 'am' }) })).toEqual([
      'backwards',
    ]);
  });

  it('notice: personal leave two days, annual leave a month ahead, sickness none', () => {
    expect(problems({ span: span('2026-11-03') })).toEqual(['notice-too-short 2026-11-04']);
    expect(problems({ span: span('2026-11-04') })).toEqual([]);
    expect(problems({ kind: 'annual', span: span('2026-12-01') })).toEqual(['notice-too-short 2026-12-02']);
    expect(problems({ kind: 'annual', span: span('2026-12-02') })).toEqual([]);
    expect(problems({ kind: 'sick', span: span('2026-11-02') })).toEqual([]);
  });

  it('five away on a day, one of them on annual leave (C18); who is ill is not refused', () => {
    const five = () => ({ all: 5, annual: 0 });
    expect(problems({ span: span('2026-11-04'), awayOn: five })).toEqual(['cap-of-day 2026-11-04']);
    expect(problems({ kind: 'sick', span: span('2026-11-04'), awayOn: five })).toEqual([]);
    const one = () => ({ all: 1, annual: 1 });
    expect(problems({ kind: 'annual', span: span('2026-12-08'), awayOn: one })).toEqual([
      'cap-of-annual 2026-12-08',
    ]);
    expect(problems({ span: span('2026-11-04'), awayOn: one })).toEqual([]);
  });

  it('more annual leave than is left, each year by itself', () => {
    const left = (year: number) => (year === 2026 ? 2 : 1);
    expect(
      problems({ kind: 'annual', span: span('2026-12-31', '2027-01-01'), annualHalvesLeft: left }),
    ).toEqual(['balance-exceeded 2027: 0.5']);
  });

  it('a second piece of a marriage leave', () => {
    expect(problems({ kind: 'marriage', span: span('2026-11-04'), takenBefore: true })).toEqual([
      'not-in-one-piece',
    ]);
  });

  it('an extension goes on without a gap, and is told before it begins (L347)', () => {
    const earlier = { kind: 'personal' as const, to: date('2026-11-03'), nextDay: date('2026-11-04') };
    expect(problems({ span: span('2026-11-04'), extends: earlier })).toEqual([]);
    expect(problems({ span: span('2026-11-05'), extends: earlier })).toEqual([
      'extension-not-adjoining 2026-11-04',
    ]);
    expect(problems({ span: span('2026-11-04'), extends: earlier, appliedOn: date('2026-11-04') })).toEqual([
      'extension-too-late 2026-11-04',
    ]);
  });
});

describe('approval', () => {
  const steps = (kind: 'sick' | 'personal' | 'annual' | 'marriage', halves: number, more = {}) =>
    approvalSteps({ kind, halves, extension: false, exception: false, ...more }, POLICY);

  it.each([
    ['half a day of sickness', steps('sick', 1), ['head']],
    ['a day and a half (C19)', steps('personal', 3), ['head']],
    ['two days of sickness', steps('sick', 4), ['director']],
    ['two days of personal leave', steps('personal', 4), ['head', 'director']],
    ['annual leave', steps('annual', 1), ['director']],
    ['marriage in one piece', steps('marriage', 6), ['head']],
    ['marriage in pieces', steps('marriage', 6, { exception: true }), ['head', 'director']],
    ['an extension of two days', steps('sick', 4, { extension: true }), ['head', 'director']],
  ])('of %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  const head: Approver = { staffNumber: 'H1', kind: 'head', departmentCode: 'operations', away: false };
  const director: Approver = {
    staffNumber: 'D1',
    kind: 'director',
    departmentCode: 'operations',
    away: false,
  };
  const otherHead: Approver = { ...head, staffNumber: 'H2', departmentCode: 'quality' };
  const agent = { staffNumber: 'A1', departmentCode: 'operations' };

  it('is by the head of the department, not of another', () => {
    expect(decidersOf('head', agent, [head, otherHead, director], POLICY)).toEqual({
      staffNumbers: ['H1'],
      alternate: false,
    });
  });

  it('has an alternate when the approver is away or asks themself (hrms#1949)', () => {
    const away = [{ ...head, away: true }, otherHead, director];
    expect(decidersOf('head', agent, away, POLICY)).toEqual({ staffNumbers: ['D1'], alternate: true });
    const own = { staffNumber: 'H1', departmentCode: 'operations' };
    expect(decidersOf('head', own, [head, otherHead, director], POLICY)).toEqual({
      staffNumbers: ['D1'],
      alternate: true,
    });
    expect(decidersOf('director', { ...own, staffNumber: 'D1' }, [director], POLICY).staffNumbers).toEqual(
      [],
    );
  });
});

describe('annual leave', () => {
  it.each([
    ['within the first year none', '2026-03-01', 2026, 0],
    ['the share of the year in which the first is completed', '2025-07-02', 2026, 2],
    ['from one year on five', '2024-07-01', 2026, 5],
    ['from ten years on ten', '2016-01-01', 2026, 10],
    ['not yet ten', '2016-01-02', 2026, 5],
    ['from twenty years on fifteen', '2000-02-29', 2026, 15],
  ])('%s', (_, hiredOn, year, days) => {
    expect(entitledDays(date(hiredOn), year, POLICY.annual)).toBe(days);
  });

  it('what is not used goes over, at most so many days; what is asked for is reserved', () => {
    const used = new Map([
      [2025, { taken: 8, reserved: 0 }],
      [2026, { taken: 3, reserved: 2 }],
    ]);
    const question = {
      year: 2026,
      hiredOn: date('2024-01-01'),
      setDays: () => undefined,
      usedHalves: (year: number) => used.get(year) ?? { taken: 0, reserved: 0 },
    };
    expect(annualBalance(question, POLICY)).toEqual({
      year: 2026,
      entitledDays: 5,
      carriedDays: 1,
      takenDays: 1.5,
      reservedDays: 1,
      leftDays: 3.5,
    });
    expect(annualBalance({ ...question, year: 2027, setDays: () => 12 }, POLICY)).toMatchObject({
      carriedDays: 5,
      leftDays: 17,
    });
  });
});

describe('the policy', () => {
  it('is read as it is written', () => {
    expect(parseLeavePolicy(JSON.parse(JSON.stringify(POLICY)))).toEqual({ ok: true, value: POLICY });
  });

  it('leaves no leave without an approver', () => {
    const read = parseLeavePolicy({ ...POLICY, approval: POLICY.approval.slice(0, -1) });
    expect(read.ok ? [] : read.error.map(({ problem }) => problem).join()).toContain(
      'every leave of the kind sick',
    );
  });
});

test('a leave over a month end is as long as it is', () => {
  const days = halfDaysOf(span('2026-02-27', '2026-03-02'), () => 'work', false);
  expect(days.at(-1)?.date).toBe('2026-03-02');
  expect(days).toHaveLength(8);
  expect(addDays(date('2026-02-28'), 1)).toBe('2026-03-01');
});
