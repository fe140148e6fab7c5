import { assignInspectors } from './assign-inspectors';
import { calibrate } from './calibration';
import { monitoringHints } from './monitoring-hints';
import { parseQualityPolicy, STANDARD_QUALITY_POLICY } from './quality-policy';
import { repeatedFault } from './repeated-faults';
import type { CallScoreLine } from './score-call';
import { agentText } from './transcript';

describe('inspectors', () => {
  const calls = Array.from({ length: 30 }, (_, at) => ({
    id: `call ${at}`,
    staffNumber: at % 3 === 0 ? 'q1' : 'a1',
  }));

  it('get calls spread evenly, and never their own', () => {
    const inspectors = ['q1', 'q2', 'q3'].map((staffNumber) => ({ staffNumber, open: 0 }));
    const assigned = assignInspectors(calls, inspectors, 'seed');
    expect(assigned.size).toBe(30);
    for (const { id, staffNumber } of calls) expect(assigned.get(id)).not.toBe(staffNumber);
    const counts = inspectors.map(
      ({ staffNumber }) => [...assigned.values()].filter((one) => one === staffNumber).length,
    );
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  it('with much in hand get less, and the same for the same seed', () => {
    const inspectors = [
      { staffNumber: 'q2', open: 25 },
      { staffNumber: 'q3', open: 0 },
    ];
    const assigned = assignInspectors(calls, inspectors, 'seed');
    expect([...assigned.values()].filter((one) => one === 'q3').length).toBeGreaterThanOrEqual(27);
    expect(assignInspectors(calls, [...inspectors].reverse(), 'seed')).toEqual(assigned);
  });

  it('who is alone does not judge the own calls: they wait', () => {
    const assigned = assignInspectors(calls, [{ staffNumber: 'q1', open: 0 }], 'seed');
    expect(assigned.size).toBe(20);
    expect(assignInspectors(calls, [], 'seed').size).toBe(0);
  });
});

describe('automatic monitoring', () => {
  const rule = STANDARD_QUALITY_POLICY.monitoring;

  it.each([
    ['at every limit', { talkSeconds: 150, afterCallSeconds: 60, ringSeconds: 12, csat: 3 }, []],
    [
      'over every limit',
      { talkSeconds: 151, afterCallSeconds: 61, ringSeconds: 13, csat: 2 },
      ['long-talk', 'long-after-call', 'long-ring', 'low-rating'],
    ],
    ['of which nothing is known', {}, []],
  ])('a call %s', (_, call, hints) => {
    expect(monitoringHints(call, rule)).toEqual(hints);
  });
});

describe('a fault that comes again', () => {
  const rule = { times: 3, withinDays: 30 };
  const fault = (evaluationId: string, day: string) => ({ evaluationId, at: new Date(`${day}T08:00:00Z`) });
  const run = (...faults: ReturnType<typeof fault>[]) =>
    repeatedFault(faults, rule)?.map((one) => one.evaluationId);

  it('is told at the third time within 30 days', () => {
    expect(run(fault('a', '2026-03-01'), fault('b', '2026-03-10'))).toBeUndefined();
    expect(run(fault('c', '2026-03-30'), fault('a', '2026-03-01'), fault('b', '2026-03-10'))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('is not when the third comes 30 days after the first, but is from the second on', () => {
    expect(run(fault('a', '2026-03-01'), fault('b', '2026-03-10'), fault('c', '2026-03-31'))).toBeUndefined();
    expect(
      run(
        fault('a', '2026-03-01'),
        fault('b', '2026-03-10'),
        fault('c', '2026-03-31'),
        fault('d', '2026-04-01'),
      ),
    ).toEqual(['b', 'c', 'd']);
  });
});

describe('calibration', () => {
  const line = (item: string, share?: number) =>
    ({ item, ...(share !== undefined && { share }) }) as CallScoreLine;
  const entry = (inspector: string, score: number, criticalError: boolean, ...lines: CallScoreLine[]) => ({
    inspector,
    result: { score, criticalError, lines },
  });

  it('tells spread and agreement by item and how far each is from the mean', () => {
    const outcome = calibrate(
      [
        entry('q1', 90, false, line('greeting', 1), line('transfer')),
        entry('q2', 80, false, line('greeting', 0.9), line('transfer')),
        entry('q3', 70, true, line('greeting', 0.5), line('transfer', 1)),
      ],
      10,
    );
    expect(outcome).toMatchObject({
      entries: 3,
      mean: 80,
      least: 70,
      greatest: 90,
      spread: 20,
      deviation: 8.16,
    });
    expect(outcome.criticalAgreed).toBe(false);
    expect(outcome.items).toEqual([
      { item: 'greeting', mean: 80, least: 50, greatest: 100, spread: 50, agreement: 33.33 },
      { item: 'transfer', mean: 100, least: 100, greatest: 100, spread: 0, agreement: 33.33 },
    ]);
    expect(outcome.inspectors.map(({ fromMean }) => fromMean)).toEqual([10, 0, -10]);
  });

  it('of one inspector is none', () => {
    expect(() => calibrate([entry('q1', 90, false)], 10)).toThrow(RangeError);
  });
});

test('what the agent said is found again in the recording', () => {
  const { text, secondAt } = agentText([
    { second: 1, speaker: 'agent', text: '您好' },
    { second: 4, speaker: 'caller', text: '喂' },
    { second: 9.5, speaker: 'agent', text: '这我怎么知道' },
  ]);
  expect(text).toBe('您好\n这我怎么知道');
  expect(secondAt(text.indexOf('这我'))).toBe(9.5);
  expect(secondAt(0)).toBe(1);
  expect(agentText([]).secondAt(0)).toBeUndefined();
});

test('the policy: the standard reads, a wrong one is refused by its fields', () => {
  expect(parseQualityPolicy(structuredClone(STANDARD_QUALITY_POLICY))).toEqual({
    ok: true,
    value: STANDARD_QUALITY_POLICY,
  });
  const { coachingMinutes: _, ...wrong } = STANDARD_QUALITY_POLICY;
  const result = parseQualityPolicy({
    ...wrong,
    sampling: { ...wrong.sampling, raisedPercent: 5 },
    colour: 'red',
  });
  expect(result.ok ? [] : result.error.map(({ path }) => path).sort()).toEqual([
    'coachingMinutes',
    'colour',
    'sampling.raisedPercent',
  ]);
});
