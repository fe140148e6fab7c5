import { correctnessOf } from './correctness-of';
import { parseCorrectnessPolicy, STANDARD_CORRECTNESS_POLICY as POLICY } from './correctness-policy';
import { drawSample, sampleSize } from './draw-sample';
import { problemsOfVerdicts, type Verdicts } from './judged-fields';

const times = (count: number, verdicts: Verdicts) => Array.from({ length: count }, () => verdicts);

describe('a correctness sample', () => {
  const numbers = Array.from({ length: 1000 }, (_, index) => `W20260302-${String(index).padStart(6, '0')}`);

  it.each([
    [0, 0],
    [12, 12],
    [100, 30],
    [601, 31],
    [1000, 50],
  ])('of %i work orders holds %i', (population, size) => {
    expect(sampleSize(population, 'work-orders', POLICY)).toBe(size);
  });

  it('is the same for the same seed in whatever order they come, and another for another seed', () => {
    const drawn = drawSample(numbers, 50, 'march');
    expect(new Set(drawn).size).toBe(50);
    expect(drawSample([...numbers].reverse(), 50, 'march')).toEqual(drawn);
    expect(drawSample(numbers, 50, 'april')).not.toEqual(drawn);
  });

  it('gives everyone about the same chance', () => {
    const drawn = new Map<string, number>();
    const few = numbers.slice(0, 20);
    for (let seed = 0; seed < 2000; seed += 1) {
      for (const number of drawSample(few, 5, `seed ${seed}`))
        drawn.set(number, (drawn.get(number) ?? 0) + 1);
    }
    expect(Math.min(...drawn.values())).toBeGreaterThan(400);
    expect(Math.max(...drawn.values())).toBeLessThan(600);
  });
});

describe('a judgement', () => {
  const allRight = {
    'caller-number': 'right',
    time: 'right',
    type: 'right',
    name: 'right',
    content: 'right',
  };

  it('needs a verdict for every field', () => {
    expect(problemsOfVerdicts('enquiries', allRight)).toEqual([]);
    const { name: _, ...without } = allRight;
    expect(problemsOfVerdicts('enquiries', { ...without, colour: 'right', time: 'good' })).toEqual([
      { field: 'time', problem: 'must be one of right, wrong, not-applicable' },
      { field: 'name', problem: 'must be one of right, wrong, not-applicable' },
      { field: 'colour', problem: expect.stringContaining('is not judged here') as string },
    ]);
  });

  it('says something of one field at least', () => {
    const nothing = {
      area: 'not-applicable',
      time: 'not-applicable',
      cause: 'not-applicable',
      restoration: 'not-applicable',
    };
    expect(problemsOfVerdicts('outage-notices', nothing)).toHaveLength(1);
  });
});

describe('correctness', () => {
  it('is nothing while nothing is judged', () => {
    expect(correctnessOf('work-orders', [], POLICY)).toEqual({
      unit: 'items',
      judged: 0,
      counted: 0,
      right: 0,
      targetPercent: 99,
      verdict: 'nothing-judged',
    });
  });

  it('counts a work order as wrong for one wrong field', () => {
    const items = [
      ...times(99, { kind: 'right', content: 'right' }),
      { kind: 'right', content: 'wrong' } as const,
    ];
    expect(correctnessOf('work-orders', items, POLICY)).toMatchObject({
      percent: 99,
      right: 99,
      verdict: 'met',
    });
    expect(correctnessOf('work-orders', items.slice(1), POLICY)).toMatchObject({
      percent: 98.99,
      verdict: 'missed',
    });
  });

  it('counts an enquiry by its key fields, without those that do not apply', () => {
    const items = [
      ...times(3, {
        time: 'right',
        type: 'right',
        name: 'right',
        content: 'right',
        'caller-number': 'right',
      }),
      {
        time: 'right',
        type: 'right',
        name: 'not-applicable',
        content: 'wrong',
        'caller-number': 'right',
      } as const,
    ];
    expect(correctnessOf('enquiries', items, POLICY)).toMatchObject({
      unit: 'fields',
      judged: 4,
      counted: 19,
      right: 18,
      percent: 94.74,
      verdict: 'missed',
    });
  });

  it('says how much a small sample proves', () => {
    // Values by R: prop.test(30, 30, correct = FALSE), prop.test(95, 100, correct = FALSE)
    expect(correctnessOf('work-orders', times(30, { kind: 'right' }), POLICY).between).toEqual({
      from: 88.65,
      to: 100,
    });
    const items = [...times(95, { kind: 'right' }), ...times(5, { kind: 'wrong' })];
    expect(correctnessOf('work-orders', items, POLICY).between).toEqual({ from: 88.82, to: 97.85 });
  });
});

describe('a correctness policy', () => {
  it('comes out of JSON as it went in', () => {
    expect(parseCorrectnessPolicy(JSON.parse(JSON.stringify(POLICY)))).toEqual({ ok: true, value: POLICY });
  });

  it('is refused with every problem named', () => {
    const document = {
      ...POLICY,
      atLeast: 0,
      targetPercent: { ...POLICY.targetPercent, enquiries: 101 },
      colour: 'red',
    };
    const parsed = parseCorrectnessPolicy(document);
    expect(parsed.ok ? [] : parsed.error.map(({ path }) => path).sort()).toEqual([
      'atLeast',
      'colour',
      'targetPercent.enquiries',
    ]);
  });
});
