import { customerValue, type CustomerValueFacts } from './customer-value';
import { parseCustomerValuePolicy, STANDARD_CUSTOMER_VALUE_POLICY as POLICY } from './customer-value-policy';

const monthly = (...amounts: readonly number[]) =>
  amounts.map((amountFen, monthsAgo) => ({ monthsAgo, amountFen }));
const facts = (change: Partial<CustomerValueFacts> = {}): CustomerValueFacts => ({
  tenureMonths: 70,
  overdueMonths: 0,
  bills: monthly(...Array<number>(12).fill(120_000)),
  ...change,
});
const value = (change: Partial<CustomerValueFacts> = {}) => customerValue(facts(change), POLICY);
const tier = (change: Partial<CustomerValueFacts> = {}) => value(change).valueTier;
const stage = (change: Partial<CustomerValueFacts> = {}) => value(change).lifeCycle;

describe('the value tier', () => {
  it('is high by revenue, tenure and credit, and the evidence says of what', () => {
    expect(value()).toEqual({
      valueTier: 'high',
      lifeCycle: 'stability',
      evidence: { arpuFen: 120_000, tenureMonths: 70, credit: 100, overdueMonths: 0, score: 100 },
    });
  });

  it.each([
    [
      'exactly at every high threshold',
      { bills: monthly(100_000), tenureMonths: 60, creditScore: 80 },
      'high',
    ],
    ['a fen below the high revenue', { bills: monthly(99_999), tenureMonths: 60, creditScore: 80 }, 'mid'],
    ['revenue alone', { tenureMonths: 1, creditScore: 10 }, 'mid'],
    ['high revenue that is likely to default', { creditScore: 59 }, 'mid'],
    ['loyal with little revenue', { bills: monthly(8_000) }, 'ordinary'],
    ['mid revenue, loyal, good credit', { bills: monthly(20_000) }, 'mid'],
  ] as const)('of %s is as it should be', (_who, change, expected) => {
    expect(tier(change)).toBe(expected);
  });

  it('takes months in arrears for credit where none is told', () => {
    expect(value({ overdueMonths: 1 }).evidence.credit).toBe(80);
    expect(value({ overdueMonths: 9 }).evidence.credit).toBe(0);
    expect(value({ overdueMonths: 9, creditScore: 70 }).evidence.credit).toBe(70);
  });

  it('leaves out months without a bill, and months before the policy’s', () => {
    expect(value({ bills: [...monthly(30_000), { monthsAgo: 5, amountFen: 10_000 }] }).evidence.arpuFen).toBe(
      20_000,
    );
    expect(value({ bills: [...monthly(30_000), { monthsAgo: 12, amountFen: 0 }] }).evidence.arpuFen).toBe(
      30_000,
    );
  });

  it('is not reckoned without any bill', () => {
    expect(value({ bills: [] })).toMatchObject({ evidence: { arpuFen: null, score: null } });
    expect(tier({ bills: [] })).toBeUndefined();
  });
});

describe('the life-cycle stage', () => {
  it.each([
    ['of a new customer', { tenureMonths: 2, overdueMonths: 5 }, 'identification'],
    ['of one for some months', { tenureMonths: 3 }, 'growth'],
    ['just before two years', { tenureMonths: 23 }, 'growth'],
    ['from two years on', { tenureMonths: 24 }, 'stability'],
    ['with 50 yuan a month', { bills: monthly(5_000) }, 'stability'],
    ['with less than 50 yuan a month', { bills: monthly(4_999) }, 'warning'],
    ['with two months in arrears', { overdueMonths: 2 }, 'warning'],
    ['whose revenue fell by half', { bills: monthly(50_000, 50_000, 50_000, 100_000, 100_000) }, 'warning'],
    ['whose revenue fell by less', { bills: monthly(51_000, 51_000, 51_000, 100_000, 100_000) }, 'stability'],
  ] as const)('%s is as it should be', (_who, change, expected) => {
    expect(stage(change)).toBe(expected);
  });
});

describe('a customer value policy', () => {
  it('is read out of JSON', () => {
    expect(parseCustomerValuePolicy({ ...POLICY })).toEqual({ ok: true, value: POLICY });
  });

  it.each([
    [{ weights: { arpu: 60, tenure: 20, credit: 10 } }, 'weights'],
    [{ arpuFen: { high: 1, mid: 2 } }, 'arpuFen.high'],
    [{ months: 0 }, 'months'],
    [{ stages: { ...POLICY.stages, stabilityMonths: 1 } }, 'stages.stabilityMonths'],
    [{ churn: 1 }, 'churn'],
  ])('with %j is refused, naming %s', (change, path) => {
    const parsed = parseCustomerValuePolicy({ ...POLICY, ...change });
    expect(!parsed.ok && parsed.error.map((problem) => problem.path)).toContain(path);
  });
});
