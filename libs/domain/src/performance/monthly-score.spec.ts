import fc from 'fast-check';
import { monthlyScore } from './monthly-score';
import { type MonthlyScorePolicy, STANDARD_MONTHLY_SCORE_POLICY } from './monthly-score-policy';
import { factsWith, overdueCases, scoreItem } from './score-facts.fixture';
import { NOTHING_HAPPENED, type ScoreFacts, UNKNOWN_FACT } from './score-facts';

const policy = STANDARD_MONTHLY_SCORE_POLICY;
const scoreOf = (faults: Parameters<typeof factsWith>[0]) => monthlyScore(factsWith(faults), policy).score;
const award = (points: number) => scoreItem('award', points);
const deduction = (points: number, incident?: string) =>
  scoreItem('deduction', points, incident === undefined ? {} : { incident });

describe('the score of a month (§11, L384–388)', () => {
  it.each<[string, Parameters<typeof factsWith>[0], number]>([
    ['nothing amiss', {}, 100],
    ['late once (−2)', { attendance: { lateCount: 1 } }, 98],
    ['left early once (−2)', { attendance: { earlyCount: 1 } }, 98],
    [
      'a sick leave of three days is one occurrence (−4)',
      { attendance: { sick: { occurrences: 1, days: 3 } } },
      96,
    ],
    ['two personal leaves (−4 each)', { attendance: { personal: { occurrences: 2, days: 2 } } }, 92],
    ['late eleven times: capped at 20', { attendance: { lateCount: 11 } }, 80],
    [
      'late six times and three sick leaves: one pool of 20 (C21)',
      { attendance: { lateCount: 6, sick: { occurrences: 3, days: 3 } } },
      80,
    ],
    ['5 minutes in hand are allowed', { inHand: { averageMinutes: 5 } }, 100],
    ['7.2 minutes in hand: two whole minutes over (C22)', { inHand: { averageMinutes: 7.2 } }, 96],
    [
      '8 minutes are three over, whatever a double makes of it',
      { inHand: { averageMinutes: 5.1 + 2.9 } },
      94,
    ],
    ['three overdue cases (−2 each)', { inHand: { overdue: overdueCases(3) } }, 94],
    [
      'mean and single cases share one cap of 20 (C20)',
      { inHand: { averageMinutes: 12, overdue: overdueCases(9) } },
      80,
    ],
    ['accuracy 95.4 % of 97: one whole point (C22)', { accuracy: { right: 954 } }, 96],
    ['accuracy 97 %', { accuracy: { right: 970 } }, 100],
    ['accuracy 93 %: four points', { accuracy: { right: 930 } }, 84],
    ['accuracy 80 %: capped at 20', { accuracy: { right: 800 } }, 80],
    ['exam 73 of 80: one whole step of five (C22)', { exam: { score: 73, fullMarks: 100 } }, 96],
    ['exam 40 of 50 marks is 80 %', { exam: { score: 40, fullMarks: 50 } }, 100],
    ['exam 60 %: four steps', { exam: { score: 60, fullMarks: 100 } }, 84],
    ['exam 10 %: capped at 20', { exam: { score: 10, fullMarks: 100 } }, 80],
    ['other work −3 and −10', { items: [deduction(3), deduction(10)] }, 87],
    ['other work −10 thrice: capped at 20', { items: [deduction(10), deduction(10), deduction(10)] }, 80],
    ['awards of 5 and 3', { items: [award(5), award(3)] }, 108],
    ['awards of 5, 5 and 4: at most 10 a month (L387)', { items: [award(5), award(5), award(4)] }, 110],
    [
      'an approved swap, a fine: neither takes points',
      { items: [scoreItem('fine', 0, { category: 'uniform' })] },
      100,
    ],
  ])('%s', (_, faults, score) => expect(scoreOf(faults)).toBe(score));

  it('from December on 99 and 90 per cent are wanted, in November still 97 and 80 (C9, C27)', () => {
    const short = { accuracy: { right: 975 }, exam: { score: 82, fullMarks: 100 } };
    expect(scoreOf({ month: '2026-11', ...short })).toBe(100);
    // 1.5 points below 99: one; 8 below 90: one step
    expect(scoreOf({ month: '2026-12', ...short })).toBe(92);
  });

  it('everything at its worst is 0, and no less', () => {
    const worst = {
      attendance: { lateCount: 30, earlyCount: 30, sick: { occurrences: 9, days: 20 } },
      inHand: { averageMinutes: 90, overdue: overdueCases(50) },
      accuracy: { right: 0 },
      exam: { score: 0, fullMarks: 100 },
      items: [deduction(10), deduction(10), deduction(10)],
    };
    expect(scoreOf(worst)).toBe(0);
  });

  it('begun units count where the policy says so', () => {
    const ceil = { ...policy, rounding: 'ceil' as const };
    const exact = { ...policy, rounding: 'none' as const };
    const facts = factsWith({ inHand: { averageMinutes: 7.2 }, accuracy: { right: 954 } });
    expect(monthlyScore(facts, ceil).score).toBe(100 - 6 - 8);
    expect(monthlyScore(facts, exact).score).toBe(89.2);
  });

  it('what nobody could tell takes nothing and is told as missing; what did not happen is not missing', () => {
    const facts: ScoreFacts = { ...factsWith({}), exam: UNKNOWN_FACT, inHand: NOTHING_HAPPENED };
    expect(monthlyScore(facts, policy)).toMatchObject({ score: 100, missing: ['exam'], lines: [] });
  });

  it('the same incident is deducted once, in the way that takes more (L388)', () => {
    const overdue = { overdue: overdueCases(1) };
    const incident = 'work-order:W20261003-0';
    expect(scoreOf({ inHand: overdue, items: [deduction(5, incident)] })).toBe(95);
    expect(scoreOf({ inHand: overdue, items: [deduction(1, incident)] })).toBe(98);
    expect(scoreOf({ items: [deduction(5, incident), deduction(3, incident)] })).toBe(95);
    expect(scoreOf({ items: [deduction(5), deduction(3)] })).toBe(92);
    const wrong = [{ work: 'W20261003-0' }];
    expect(scoreOf({ accuracy: { judged: 100, right: 96, wrong }, items: [deduction(6, incident)] })).toBe(
      94,
    );
    const { lines } = monthlyScore(factsWith({ inHand: overdue, items: [deduction(1, incident)] }), policy);
    expect(lines.at(-1)).toMatchObject({ rule: 'L388', arithmetic: '−1 → 0', points: 0 });
  });

  it('every step is a line with rule, fact and arithmetic, in Chinese and English', () => {
    const { lines } = monthlyScore(
      factsWith({ attendance: { lateCount: 11 }, inHand: { averageMinutes: 7.2 } }),
      policy,
    );
    expect(lines).toEqual([
      {
        pool: 'attendance',
        rule: 'L385',
        fact: { 'zh-CN': '迟到 11 次', en: 'late: 11' },
        arithmetic: '11 × −2',
        points: -22,
      },
      {
        pool: 'attendance',
        rule: 'L385',
        fact: { 'zh-CN': '本项最多 20 分', en: 'at most 20 points in this part' },
        arithmetic: '−22 → −20',
        points: 2,
      },
      {
        pool: 'timeliness',
        rule: 'L386',
        fact: {
          'zh-CN': '100 件平均在手 7.2 分钟，标准 5 分钟',
          en: '100 cases, 7.2 minutes in hand on average, 5 allowed',
        },
        arithmetic: '2 × −2',
        points: -4,
      },
    ]);
  });

  it('an appeal gives points back as a line, and no more than were deducted', () => {
    const correction = { points: 6, reason: '系统故障', decidedBy: 'director' };
    const corrected = (faults: Parameters<typeof factsWith>[0]) =>
      monthlyScore({ ...factsWith(faults), correction }, policy);
    expect(corrected({ accuracy: { right: 930 } }).score).toBe(90);
    expect(corrected({ accuracy: { right: 960 } }).score).toBe(100);
    expect(corrected({}).score).toBe(100);
    expect(corrected({ items: [award(5), award(5)] }).score).toBe(110);
    expect(corrected({ accuracy: { right: 960 }, items: [award(3)] }).score).toBe(103);
  });
});

const anyFacts = fc
  .record({
    month: fc.constantFrom('2026-01', '2026-11', '2026-12', '2027-05'),
    late: fc.nat(15),
    early: fc.nat(15),
    absent: fc.nat(5),
    sick: fc.nat(9),
    personal: fc.nat(9),
    average: fc.double({ min: 0, max: 40, noNaN: true }),
    overdue: fc.nat(14),
    right: fc.nat(200),
    score: fc.nat(100),
    items: fc.array(
      fc.record({
        kind: fc.constantFrom('award', 'deduction'),
        points: fc.integer({ min: 1, max: 5 }),
        incident: fc.option(fc.nat(4)),
      }),
      { maxLength: 7 },
    ),
  })
  .map((drawn) =>
    factsWith({
      month: drawn.month,
      attendance: {
        lateCount: drawn.late,
        earlyCount: drawn.early,
        absentDays: drawn.absent,
        sick: { occurrences: drawn.sick, days: drawn.sick },
        personal: { occurrences: drawn.personal, days: drawn.personal },
      },
      inHand: { averageMinutes: drawn.average, overdue: overdueCases(drawn.overdue) },
      accuracy: { judged: 200, right: drawn.right },
      exam: { score: drawn.score, fullMarks: 100 },
      items: drawn.items.map(({ kind, points, incident }) =>
        scoreItem(
          kind as 'award',
          points,
          incident === null ? {} : { incident: `work-order:W20261003-${incident}` },
        ),
      ),
    }),
  );

const valueOf = <T>(fact: { state: string; value?: T }): T => fact.value as T;

/** Each adds one fault to facts. */
const MORE_FAULTS: Readonly<Record<string, (facts: ScoreFacts) => ScoreFacts>> = {
  late: (facts) => attendanceOf(facts, { lateCount: valueOf(facts.attendance).lateCount + 1 }),
  early: (facts) => attendanceOf(facts, { earlyCount: valueOf(facts.attendance).earlyCount + 1 }),
  absent: (facts) => attendanceOf(facts, { absentDays: valueOf(facts.attendance).absentDays + 1 }),
  sick: (facts) => {
    const { occurrences, days } = valueOf(facts.attendance).sick;
    return attendanceOf(facts, { sick: { occurrences: occurrences + 1, days: days + 1 } });
  },
  slower: (facts) => {
    const inHand = valueOf(facts.inHand);
    const value = { ...inHand, averageMinutes: inHand.averageMinutes + 0.7 };
    return { ...facts, inHand: { state: 'known', value } };
  },
  overdue: (facts) => {
    const inHand = valueOf(facts.inHand);
    const value = { ...inHand, overdue: overdueCases(inHand.overdue.length + 1) };
    return { ...facts, inHand: { state: 'known', value } };
  },
  wrong: (facts) => {
    const accuracy = valueOf(facts.accuracy);
    const value = { ...accuracy, right: Math.max(0, accuracy.right - 1) };
    return { ...facts, accuracy: { state: 'known', value } };
  },
  exam: (facts) => {
    const exam = valueOf(facts.exam);
    return { ...facts, exam: { state: 'known', value: { ...exam, score: Math.max(0, exam.score - 3) } } };
  },
  recorded: (facts) => ({ ...facts, items: [...facts.items, deduction(4, 'work-order:W20261003-2')] }),
};

function attendanceOf(facts: ScoreFacts, change: object): ScoreFacts {
  return { ...facts, attendance: { state: 'known', value: { ...valueOf(facts.attendance), ...change } } };
}

const anyPolicy = fc
  .constantFrom<MonthlyScorePolicy['rounding']>('floor', 'ceil', 'none')
  .map((rounding) => ({ ...policy, rounding }));

it('no score is below 0 or above 110, and its lines lead to it', () => {
  fc.assert(
    fc.property(anyFacts, anyPolicy, (facts, rules) => {
      const { score, lines } = monthlyScore(facts, rules);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(110);
      expect(lines.reduce((sum, { points }) => sum + points, 100)).toBeCloseTo(score, 2);
      for (const pool of ['attendance', 'timeliness', 'accuracy', 'exam', 'other'])
        expect(sumOf(lines.filter((line) => line.pool === pool))).toBeGreaterThanOrEqual(-20.001);
    }),
    { numRuns: 300 },
  );
});

it('one more fault never makes a better score', () => {
  fc.assert(
    fc.property(anyFacts, anyPolicy, fc.constantFrom(...Object.keys(MORE_FAULTS)), (facts, rules, fault) => {
      const worse = MORE_FAULTS[fault]?.(facts) ?? facts;
      expect(monthlyScore(worse, rules).score).toBeLessThanOrEqual(monthlyScore(facts, rules).score);
    }),
    { numRuns: 600 },
  );
});

const sumOf = (lines: readonly { readonly points: number }[]) =>
  lines.reduce((sum, { points }) => sum + points, 0);
