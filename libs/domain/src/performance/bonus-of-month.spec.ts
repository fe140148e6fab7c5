import fc from 'fast-check';
import { bonusOfMonth } from './bonus-of-month';
import { dismissalAlerts } from './dismissal-alerts';
import { fineProposals } from './fine-proposals';
import { parseMonthlyScorePolicy, STANDARD_MONTHLY_SCORE_POLICY } from './monthly-score-policy';
import { faultless, factsWith, overdueCases, scoreItem } from './score-facts.fixture';
import { rankTotals, scoreTotal } from './score-totals';

const policy = STANDARD_MONTHLY_SCORE_POLICY;
const yuanOf = (faults: Parameters<typeof factsWith>[0]) =>
  bonusOfMonth(factsWith(faults), policy).amountFen / 100;
const sick = (days: number) => ({ attendance: { sick: { occurrences: 1, days } } });
const personal = (days: number) => ({ attendance: { personal: { occurrences: 1, days } } });

describe('the bonus of a month (§11, L371–381)', () => {
  it.each<[string, Parameters<typeof factsWith>[0], number]>([
    ['attendance 200 and evaluation 200', {}, 400],
    ['two sick days (−10 each)', sick(2), 380],
    ['half a sick day is no whole unit (C22)', sick(0.5), 400],
    ['six sick days', sick(6), 340],
    ['seven sick days: no attendance bonus', sick(7), 200],
    ['one personal day (−30)', personal(1), 370],
    ['four personal days', personal(4), 280],
    ['five personal days: no attendance bonus', personal(5), 200],
    [
      'six sick and four personal days: not below nothing of the part',
      { attendance: { sick: { occurrences: 1, days: 6 }, personal: { occurrences: 2, days: 4 } } },
      220,
    ],
    [
      'seven sick and five personal days: the part is gone once',
      { attendance: { sick: { occurrences: 1, days: 7 }, personal: { occurrences: 1, days: 5 } } },
      200,
    ],
    ['late thrice: nothing of the bonus', { attendance: { lateCount: 3 } }, 400],
    ['7.2 minutes in hand → −20 (C22)', { inHand: { averageMinutes: 7.2 } }, 380],
    ['three overdue cases (−5 each)', { inHand: { overdue: overdueCases(3) } }, 385],
    ['9 minutes on average: −40', { inHand: { averageMinutes: 9 } }, 360],
    [
      '9 minutes and six overdue cases: one cap of 50 (C20)',
      { inHand: { averageMinutes: 9, overdue: overdueCases(6) } },
      350,
    ],
    ['95.4 % of 97 → −10 (C22)', { accuracy: { right: 954 } }, 390],
    ['90 % of 97: −50, and no more', { accuracy: { right: 900 } }, 350],
    ['exam 73 of 80 → −10 (C22)', { exam: { score: 73, fullMarks: 100 } }, 390],
    ['exam 54 %: five steps, nothing is left', { exam: { score: 54, fullMarks: 100 } }, 350],
    ['other work −4 points', { items: [scoreItem('deduction', 4)] }, 390],
    [
      'other work −20 points and more: 50',
      { items: [10, 10, 10].map((points) => scoreItem('deduction', points)) },
      350,
    ],
    ['awards are of the score alone', { items: [scoreItem('award', 5)] }, 400],
    ['after November 97.5 % of 99: −10', { month: '2026-12', accuracy: { right: 975 } }, 390],
    ['after November exam 82 of 90: −10', { month: '2026-12', exam: { score: 82, fullMarks: 100 } }, 390],
  ])('%s', (_, faults, yuan) => expect(yuanOf(faults)).toBe(yuan));

  it('its lines lead from the full amount to the proposal', () => {
    const { lines, amountFen, fullFen } = bonusOfMonth(
      factsWith({ ...sick(7), inHand: { averageMinutes: 7.2 } }),
      policy,
    );
    expect(lines.map(({ rule, arithmetic, points }) => [rule, arithmetic, points])).toEqual([
      ['L373', '7 ≥ 7 → −200', -20_000],
      ['L378', '2 × −10', -2_000],
    ]);
    expect(lines.reduce((sum, { points }) => sum + points, fullFen)).toBe(amountFen);
  });

  it('is whole fen from 0 to 400 yuan, whatever happens', () => {
    const days = fc.integer({ min: 0, max: 60 }).map((halves) => halves / 2);
    const facts = fc.record({
      sick: days,
      personal: days,
      average: fc.double({ min: 0, max: 99, noNaN: true }),
      right: fc.nat(99),
      score: fc.nat(99),
      overdue: fc.nat(20),
      items: fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(facts, (drawn) => {
        const { amountFen } = bonusOfMonth(
          factsWith({
            attendance: {
              sick: { occurrences: 1, days: drawn.sick },
              personal: { occurrences: 1, days: drawn.personal },
            },
            inHand: { averageMinutes: drawn.average, overdue: overdueCases(drawn.overdue) },
            accuracy: { judged: 99, right: drawn.right },
            exam: { score: drawn.score, fullMarks: 99 },
            items: drawn.items.map((points) => scoreItem('deduction', points)),
          }),
          policy,
        );
        expect(Number.isInteger(amountFen)).toBe(true);
        expect(amountFen).toBeGreaterThanOrEqual(0);
        expect(amountFen).toBeLessThanOrEqual(40_000);
      }),
      { numRuns: 200 },
    );
  });
});

describe('fines and thresholds are told, never done (§22)', () => {
  it('20 yuan for the lesser matters, 50 for the graver and each day of absence (L407–417)', () => {
    const fine = (category: string) => scoreItem('fine', 0, { category });
    const facts = factsWith({
      attendance: { absentDays: 2 },
      items: ['unapproved-swap', 'uniform', 'own-software', 'serious-matter-not-reported'].map(fine),
    });
    expect(fineProposals(facts, policy).map(({ rule, amountFen }) => [rule, amountFen])).toEqual([
      ['L414', 10_000],
      ['L407', 2_000],
      ['L408', 2_000],
      ['L415', 5_000],
      ['L416', 5_000],
    ]);
    expect(fineProposals(factsWith({}), policy)).toEqual([]);
  });

  it.each<[string, Partial<(typeof faultless)['year']>, readonly string[]]>([
    ['thirty sick days of a year', { sickDays: 30 }, []],
    ['more than a month sick', { sickDays: 31 }, ['sick-leave']],
    ['more than a month of personal leave', { personalDays: 30.5 }, ['personal-leave']],
    ['absence and lateness without long sickness', { absentDays: 1, lateOrEarlyCount: 9 }, []],
    [
      'absence, lateness and long sickness in a year (L375)',
      { absentDays: 1, lateOrEarlyCount: 1, sickDays: 7 },
      ['absence-lateness-sickness'],
    ],
  ])('%s', (_, year, reasons) => {
    const alerts = dismissalAlerts(
      factsWith({ attendance: { year: { ...faultless.year, ...year } } }),
      policy,
    );
    expect(alerts.map(({ reason }) => reason)).toEqual(reasons);
    for (const { text } of alerts) {
      expect(text['zh-CN']).toContain('医疗期（按工作年限 3–24 个月）');
      expect(text.en).toContain('3–24 months');
    }
  });
});

describe('half-year and year totals (L388)', () => {
  it('add up what there is and tell which months are missing', () => {
    const scores = [
      { month: '2026-08', score: 96 },
      { month: '2026-07', score: 108.5 },
      { month: '2026-01', score: 90 },
    ];
    expect(scoreTotal('2026-H2', scores)).toMatchObject({
      total: 204.5,
      average: 102.25,
      missing: ['2026-09', '2026-10', '2026-11', '2026-12'],
    });
    expect(scoreTotal('2026', scores)).toMatchObject({ total: 294.5 });
    expect(scoreTotal('2025', scores)).toEqual({
      period: '2025',
      total: 0,
      months: [],
      missing: expect.arrayContaining(['2025-01', '2025-12']),
    });
    expect(() => scoreTotal('2026-H3', scores)).toThrow(RangeError);
  });

  it('rank who is first; equal totals share a rank (L402)', () => {
    const totals = [
      { staffNumber: 'A1', total: 500 },
      { staffNumber: 'A2', total: 600 },
      { staffNumber: 'A3', total: 600 },
    ];
    expect(rankTotals(totals).map(({ staffNumber, rank }) => [staffNumber, rank])).toEqual([
      ['A2', 1],
      ['A3', 1],
      ['A1', 3],
    ]);
  });
});

describe('the policy', () => {
  it('is read as it is written', () => {
    const written: unknown = JSON.parse(JSON.stringify(policy));
    expect(parseMonthlyScorePolicy(written)).toEqual({ ok: true, value: policy });
  });

  it('tells every problem by its path', () => {
    const { score, ...rest } = policy;
    const read = parseMonthlyScorePolicy({
      ...rest,
      rounding: 'up',
      score: { ...score, other: { pool: 30, least: 1, most: 10 } },
      targets: [policy.targets[1], policy.targets[0]],
      colour: 1,
    });
    expect(read.ok ? [] : read.error.map(({ path }) => path)).toEqual([
      'rounding',
      'targets',
      'score',
      'colour',
    ]);
  });
});
