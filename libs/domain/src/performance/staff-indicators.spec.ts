import { awardProposals } from './award-proposals';
import { appraise } from './appraise';
import { parseAppraisalTemplate, problemsOfTemplate } from './appraisal-template';
import { handAfter } from './case-in-hand';
import type { IndicatorFacts } from './indicator-definitions';
import { indicatorTargetsOf, parseIndicatorPolicy, STANDARD_INDICATOR_POLICY } from './indicator-policy';
import { parsePerformanceProcedure, STANDARD_PERFORMANCE_PROCEDURE } from './procedure-policy';
import { knownFact, NOTHING_HAPPENED, UNKNOWN_FACT } from './score-facts';
import { addCounts, CALL_COUNTS } from './staff-counts';
import { staffIndicators } from './staff-indicators';
import { STANDARD_APPRAISAL_TEMPLATES } from './standard-templates';

const facts: IndicatorFacts = {
  attendance: knownFact({
    rosteredDays: 20,
    attendedDays: 18,
    onTimeDays: 16,
    onTimeBaseDays: 17,
    rosteredMinutes: 18 * 450,
  }),
  calls: knownFact({
    answered: 720,
    talked: 700,
    talkSeconds: 84_000,
    holdSeconds: 7_000,
    wrappedUp: 690,
    afterCallSeconds: 34_500,
    rang: 720,
    ringSeconds: 3_600,
    transferred: 21,
  }),
  ratings: knownFact({
    csatGiven: 100,
    csatSum: 460,
    solvedAsked: 50,
    solved: 45,
    npsAsked: 20,
    npsSum: 1_000,
  }),
  presence: knownFact({ waitingSeconds: 243_000 }),
  orders: knownFact({
    opened: 400,
    openedByVoice: 360,
    classified: 10,
    closed: 300,
    wasSentBack: 3,
    wasReopened: 5,
  }),
  correctness: knownFact({ orders: 50, ordersRight: 49, fields: 200, fieldsRight: 190 }),
  inHand: knownFact({ cases: 40, averageMinutes: 4.2, overdue: 4 }),
  quality: knownFact({ evaluations: 10, criticalErrors: 1, meanScore: 91.5, transactionQuality: 88 }),
  complaints: 2,
};
const targets = indicatorTargetsOf('2026-10', STANDARD_INDICATOR_POLICY);
const of = (given: Partial<IndicatorFacts>, code: string) =>
  staffIndicators({ ...facts, ...given }, targets).find((indicator) => indicator.code === code);

describe('indicators (§12, §13)', () => {
  it.each([
    ['attendance-rate', 90, undefined],
    ['on-time-rate', 94.12, undefined],
    // (84000 + 7000 + 34500 + 243000) s ÷ 60 ÷ 8100 min (C14: rostered minutes)
    ['seat-use', 75.82, undefined],
    // 130 s talk and hold, 50 s after it
    ['handling-seconds', 180, undefined],
    ['calls-per-day', 40, undefined],
    ['entry-rate', 50, undefined],
    ['transaction-quality', 88, undefined],
    ['quality-score', 91.5, undefined],
    ['critical-error-rate', 10, undefined],
    ['complaint-rate', 0.28, undefined],
    ['after-call-seconds', 50, true],
    ['ring-seconds', 5, true],
    ['talk-seconds', 120, true],
    ['transfer-rate', 2.92, true],
    ['order-correctness', 98, false],
    ['field-correctness', 95, true],
    ['in-hand-minutes', 4.2, true],
    ['in-hand-overdue', 10, undefined],
    ['sent-back-rate', 2, undefined],
    ['csat', 4.6, true],
    ['solved-rate', 90, true],
    ['nps', 50, true],
  ])('%s is %f', (code, value, met) => {
    expect(of({}, code)).toMatchObject({ state: 'known', value, ...(met !== undefined && { met }) });
  });

  it('what is unknown or did not happen has no value, and is no zero', () => {
    expect(of({ calls: UNKNOWN_FACT }, 'talk-seconds')).toEqual({
      code: 'talk-seconds',
      state: 'unknown',
      target: { most: 150 },
    });
    expect(of({ presence: UNKNOWN_FACT }, 'seat-use')).toEqual({ code: 'seat-use', state: 'unknown' });
    expect(of({ presence: UNKNOWN_FACT, attendance: NOTHING_HAPPENED }, 'seat-use')?.state).toBe('unknown');
    const none = knownFact(addCounts(CALL_COUNTS, []));
    expect(of({ calls: none }, 'transfer-rate')?.state).toBe('nothing');
    expect(of({ calls: none }, 'handling-seconds')?.state).toBe('nothing');
    expect(
      of({ quality: knownFact({ evaluations: 0, criticalErrors: 0 }) }, 'transaction-quality')?.state,
    ).toBe('nothing');
  });

  it('targets are dated, and read as they are written', () => {
    const later = { from: '2027-01', targets: { csat: { least: 4.7 } } };
    const read = parseIndicatorPolicy({ versions: [...STANDARD_INDICATOR_POLICY.versions, later] });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(indicatorTargetsOf('2026-12', read.value).csat).toEqual({ least: 4.5 });
    expect(indicatorTargetsOf('2027-01', read.value)).toEqual(later.targets);
    const wrong = parseIndicatorPolicy({
      versions: [{ from: '2027-1', targets: { speed: {}, csat: { atLeast: 1 } } }],
    });
    expect(wrong.ok ? [] : wrong.error.map(({ path }) => path)).toEqual([
      'versions[0].from',
      'versions[0].targets.csat.atLeast',
      'versions[0].targets.speed',
    ]);
  });
});

describe('a case in hand (L31)', () => {
  const event = (type: string, actorId: string, atCentre = true, open = true) =>
    handAfter({ type, actorId, atCentre, open });

  it('is in the hand of whoever opens or accepts it, until it is passed on', () => {
    expect(event('opened', 'li')).toEqual({ change: 'taken', by: 'li' });
    expect(event('opened', 'li', false)).toEqual({ change: 'taken-and-done', by: 'li' });
    expect(event('opened', 'system:ivr')).toEqual({ change: 'none' });
    expect(event('noted', 'li')).toEqual({ change: 'none' });
    expect(event('accepted', 'wang')).toEqual({ change: 'taken', by: 'wang' });
    expect(event('accepted', 'crew', false)).toEqual({ change: 'done' });
    for (const type of ['decided', 'customer-told', 'promised'])
      expect(event(type, 'li')).toEqual({ change: 'done' });
    expect(event('closed', 'li', true, false)).toEqual({ change: 'done' });
  });
});

describe('awards of a month (L267, S0 六.4)', () => {
  const candidates = Array.from({ length: 40 }, (_, index) => ({
    staffNumber: `A${String(index).padStart(2, '0')}`,
    score: 110 - index,
    whole: true,
    csat: 4 + index / 100,
    csatGiven: index === 39 ? 5 : 40,
    adopted: index === 7 ? 2 : 0,
  }));
  const won = (list: typeof candidates) =>
    awardProposals(list, STANDARD_PERFORMANCE_PROCEDURE).map(
      ({ code, staffNumber }) => `${code} ${staffNumber}`,
    );

  it('the best 5, 10 and 15 per cent, and three titles', () => {
    expect(won(candidates)).toEqual([
      'first A00',
      'first A01',
      'second A02',
      'second A03',
      'second A04',
      'second A05',
      'third A06',
      'third A07',
      'third A08',
      'third A09',
      'third A10',
      'third A11',
      'excellent-staff A00',
      'best-service A38',
      'innovation A07',
    ]);
  });

  it('equals are treated alike, scores on guesses and below 90 get none', () => {
    const tied = candidates.map((one, index) => ({
      ...one,
      score: index < 3 ? 100 : 80,
      adopted: 0,
      csatGiven: 0,
    }));
    expect(won(tied)).toEqual([
      'first A00',
      'first A01',
      'first A02',
      'excellent-staff A00',
      'excellent-staff A01',
      'excellent-staff A02',
    ]);
    expect(won(tied.map((one) => ({ ...one, whole: false })))).toEqual([]);
  });

  it('its policy is read as it is written', () => {
    expect(parsePerformanceProcedure(STANDARD_PERFORMANCE_PROCEDURE)).toEqual({
      ok: true,
      value: STANDARD_PERFORMANCE_PROCEDURE,
    });
    expect(parsePerformanceProcedure({ ...STANDARD_PERFORMANCE_PROCEDURE, approvals: 0 }).ok).toBe(false);
  });
});

describe('appraisals (S1 三(2), C23)', () => {
  it('templates weigh 50, 30, 10 and 10; the sample of S2 weighs 55 and is refused', () => {
    for (const [code, template] of Object.entries(STANDARD_APPRAISAL_TEMPLATES)) {
      expect(parseAppraisalTemplate(JSON.parse(JSON.stringify(template)))).toEqual({
        ok: true,
        value: template,
      });
      expect(problemsOfTemplate(template)).toHaveLength(code === 'sample-s2' ? 1 : 0);
      if (code === 'sample-s2') continue;
      const weight = (section: string) =>
        template.criteria.filter((one) => one.section === section).reduce((sum, one) => sum + one.weight, 0);
      expect(['quality', 'efficiency', 'team', 'development'].map(weight)).toEqual([50, 30, 10, 10]);
    }
  });

  it('indicators count by the straight line, the rest as judged; what is unknown leaves no total', () => {
    const template = STANDARD_APPRAISAL_TEMPLATES['agent-quarter'];
    if (!template) throw new Error('no template');
    const means = {
      csat: 4.2,
      'solved-rate': 90,
      'quality-score': 50,
      'calls-per-day': 40,
      'attendance-rate': 85,
    };
    const judged = { 'team-work': 80, development: 60 };
    // 20×0.7 + 15 + 0 + 15×0.5 + 15 + 8 + 6
    expect(appraise(template, means, judged)).toMatchObject({ total: 65.5, missing: [] });
    const { total, missing } = appraise(template, { ...means, csat: undefined }, { 'team-work': 80 });
    expect([total, missing]).toEqual([undefined, ['csat', 'development']]);
  });

  it('a template tells every problem by its path', () => {
    const read = parseAppraisalTemplate({
      names: { 'zh-CN': '考核', en: '' },
      roleKinds: [],
      period: 'month',
      criteria: [
        { code: 'a', section: 'quality', names: { 'zh-CN': '甲', en: 'a' }, weight: 0 },
        {
          code: 'a',
          section: 'speed',
          names: { 'zh-CN': '甲', en: 'a' },
          weight: 5,
          indicator: { code: 'x', none: 1, full: 1 },
        },
      ],
    });
    expect(read.ok ? [] : read.error.map(({ path }) => path)).toEqual([
      'names.en',
      'period',
      'criteria[0].weight',
      'criteria[1].section',
      'criteria[1].indicator.code',
      'criteria[1].indicator.full',
      'roleKinds',
      'criteria',
    ]);
  });
});
