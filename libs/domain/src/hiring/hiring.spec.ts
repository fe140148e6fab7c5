import { localDate } from '../shared';
import { earlyWarning } from './early-warning';
import { parseHiringPolicy, STANDARD_HIRING_POLICY as POLICY } from './hiring-policy';
import { interviewVerdict } from './interview';
import { checkRequirements } from './requirements';
import { type Employment, monthsBetween, turnoverOf } from './turnover';

const day = localDate;

describe('what a post asks for', () => {
  const [agent = {}] = POLICY.requirements;
  const { postKinds: _kinds, ...asked } = agent as (typeof POLICY.requirements)[number];

  it('is college, Mandarin 2A, 60 characters a minute and Office for agents, each miss explained (§16)', () => {
    const found = { education: 'secondary', mandarin: '2B', charactersPerMinute: 59, office: false } as const;
    expect(checkRequirements(asked, found)).toEqual([
      { requirement: 'education', required: 'college', found: 'secondary', verdict: 'missed' },
      { requirement: 'mandarin', required: '2A', found: '2B', verdict: 'missed' },
      { requirement: 'charactersPerMinute', required: '60', found: '59', verdict: 'missed' },
      { requirement: 'office', required: 'true', found: 'false', verdict: 'missed' },
    ]);
    const better = { education: 'master', mandarin: '1B', charactersPerMinute: 60, office: true } as const;
    expect(checkRequirements(asked, better).map(({ verdict }) => verdict)).toEqual(Array(4).fill('met'));
  });

  it('leaves unknown what nobody has tested, and asks for nothing that is not asked', () => {
    expect(checkRequirements(asked, { education: 'bachelor' }).map(({ verdict }) => verdict)).toEqual([
      'met',
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(checkRequirements({ office: false }, {})).toEqual([]);
  });
});

describe('an interview', () => {
  it('passes by its weighted mean and by each dimension', () => {
    const even = { knowledge: 60, communication: 60, service: 60, adaptability: 60 };
    expect(interviewVerdict(even, POLICY.interview)).toEqual({ mean: 60, passed: true, weak: [] });
    const weak = { ...even, knowledge: 100, service: 39 };
    expect(interviewVerdict(weak, POLICY.interview)).toEqual({
      mean: 64.8,
      passed: false,
      weak: ['service'],
    });
    const near = { ...even, knowledge: 59.9 };
    expect(interviewVerdict(near, POLICY.interview)).toMatchObject({ mean: 60, passed: false });
  });
});

describe('turnover', () => {
  const leaver = (
    hiredOn: string,
    leftOn: string,
    leavingReason: string,
    leavingKind: 'voluntary' | 'involuntary' = 'voluntary',
  ): Employment => ({ hiredOn: day(hiredOn), leftOn: day(leftOn), leavingKind, leavingReason });
  const stays = (hiredOn: string): Employment => ({ hiredOn: day(hiredOn) });
  const year = { from: day('2026-01-01'), before: day('2027-01-01') };
  const everybody = [
    ...Array.from({ length: 6 }, () => stays('2020-01-01')),
    leaver('2025-11-01', '2026-01-15', 'pay'),
    leaver('2024-06-01', '2026-06-01', 'pay'),
    leaver('2020-01-01', '2026-12-31', 'retirement', 'involuntary'),
    leaver('2020-01-01', '2025-12-31', 'pay'),
    leaver('2026-02-01', '2026-02-01', 'never-started'),
    stays('2026-03-01'),
  ];

  it('counts who left in the period, by tenure and reason, with their cost (§16)', () => {
    expect(turnoverOf(everybody, year, POLICY.turnover)).toEqual({
      headCountAtStart: 9,
      headCountAtEnd: 7,
      hired: 1,
      leavers: 3,
      voluntary: 2,
      involuntary: 1,
      percent: 37.5,
      yearlyPercent: 37.5,
      voluntaryPercent: 66.7,
      payPercent: 66.7,
      byTenure: [
        { from: 0, before: 3, leavers: 1 },
        { from: 3, before: 6, leavers: 0 },
        { from: 6, before: 12, leavers: 0 },
        { from: 12, before: 24, leavers: 0 },
        { from: 24, before: 36, leavers: 1 },
        { from: 36, leavers: 1 },
      ],
      byReason: { pay: 2, retirement: 1 },
      costFen: 1_500_000,
      lostMonths: 9,
    });
  });

  it('tells no rate of nobody, and extends a part of a year to the whole', () => {
    expect(turnoverOf([], year, POLICY.turnover)).toMatchObject({ leavers: 0, byReason: {} });
    expect(turnoverOf([], year, POLICY.turnover).percent).toBe(undefined);
    const half = { from: day('2026-01-01'), before: day('2026-07-02') };
    const { percent, yearlyPercent } = turnoverOf(everybody, half, POLICY.turnover);
    expect([percent, yearlyPercent]).toEqual([23.5, 47.2]);
    expect(() =>
      turnoverOf([], { from: day('2026-01-01'), before: day('2026-01-01') }, POLICY.turnover),
    ).toThrow(RangeError);
  });

  it.each([
    ['2026-01-31', '2026-02-27', 0],
    ['2026-01-31', '2026-02-28', 1],
    ['2024-06-01', '2026-06-01', 24],
    ['2024-06-01', '2026-05-31', 23],
    ['2026-06-01', '2026-05-31', 0],
  ])('from %s to %s are %i whole months', (from, to, months) => {
    expect(monthsBetween(day(from), day(to))).toBe(months);
  });
});

describe('early warning', () => {
  const { earlyWarning: rules } = POLICY;

  it('adds up the signs that are there and warns from the points of the policy', () => {
    const warning = earlyWarning({ 'tenure-months': 5, score: 70, 'late-times': 2 }, rules);
    expect(warning).toMatchObject({ points: 3, warned: true });
    expect(warning.signs.find(({ code }) => code === 'often-late')).toMatchObject({ verdict: 'not-shown' });
    expect(earlyWarning({ 'tenure-months': 12, score: 70 }, rules)).toMatchObject({
      points: 2,
      warned: false,
    });
  });

  it('takes what is unknown for no sign, and says that it is unknown', () => {
    const { points, signs } = earlyWarning({ 'tenure-months': 30 }, rules);
    expect(points).toBe(0);
    expect(signs.filter(({ verdict }) => verdict === 'unknown')).toHaveLength(rules.rules.length - 1);
  });
});

describe('the policy of hiring', () => {
  const document = (): Record<string, unknown> =>
    JSON.parse(JSON.stringify(POLICY)) as Record<string, unknown>;

  it('reads the standard back', () => {
    expect(parseHiringPolicy(document())).toEqual({ ok: true, value: POLICY });
  });

  it.each([
    [
      'interview.weights',
      { interview: { ...POLICY.interview, weights: { ...POLICY.interview.weights, service: 24 } } },
    ],
    ['requirements[0].education', { requirements: [{ postKinds: ['agent'], education: 'some' }] }],
    ['requirements[0].postKinds', { requirements: [{ postKinds: [] }] }],
    ['turnover.tenureBandMonths', { turnover: { ...POLICY.turnover, tenureBandMonths: [6, 3] } }],
    [
      'earlyWarning.rules[0].fact',
      {
        earlyWarning: {
          months: 3,
          warnAtPoints: 3,
          rules: [{ code: 'x', fact: 'mood', comparison: 'at-most', value: 1, points: 1 }],
        },
      },
    ],
    ['onboarding[0].code', { onboarding: [{ code: 'A B', nameZh: '甲', nameEn: 'a' }] }],
    ['bonus', { bonus: 1 }],
  ])('names %s when it is wrong', (path, change) => {
    const parsed = parseHiringPolicy({ ...document(), ...change });
    expect(parsed.ok ? [] : parsed.error.map((problem) => problem.path)).toContain(path);
  });
});
