import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';

/** From where a figure counts as high, and as mid; below, it counts for nothing. */
export interface ValueThreshold {
  readonly high: number;
  readonly mid: number;
}

/** Dated numbers of tiers and life-cycle stages (§17). The documents name the factors; every number is ours. */
export interface CustomerValuePolicy {
  /** Months of bills that the average revenue (ARPU) is taken of, 1 to 36. */
  readonly months: number;
  /** Hour in China at which everybody is reckoned anew, every day; 0 to 23. */
  readonly dailyAtHour: number;
  /** Per cent that each factor weighs; 100 in all. */
  readonly weights: { readonly arpu: number; readonly tenure: number; readonly credit: number };
  /** Monthly average in fen. */
  readonly arpuFen: ValueThreshold;
  /** Months as a customer. */
  readonly tenureMonths: ValueThreshold;
  /** 0 to 100. Below `mid`, nobody is a high customer, whatever the revenue: likely to default. */
  readonly credit: ValueThreshold;
  /** Points, 0 to 100, from which a customer is high, and mid. */
  readonly score: ValueThreshold;
  /** Points of credit that a month in arrears costs, where the billing system tells no credit score; 0 to 100. */
  readonly creditPerOverdueMonth: number;
  readonly stages: {
    /** A customer for fewer months is being got to know (识别), 0 to 120. */
    readonly identificationMonths: number;
    /** A customer for so many months and not in danger is stable (稳定), 1 to 600. */
    readonly stabilityMonths: number;
    /** A lower monthly average warns (预警), in fen; 50 yuan made 87 % of those who left. */
    readonly warningArpuFen: number;
    /** The average of the last quarter of `months` has fallen by so many per cent against the time before, 1 to 100. */
    readonly warningDropPercent: number;
    /** So many months in arrears warn, 1 to 36. */
    readonly warningOverdueMonths: number;
  };
}

export const STANDARD_CUSTOMER_VALUE_POLICY: CustomerValuePolicy = {
  months: 12,
  dailyAtHour: 3,
  weights: { arpu: 60, tenure: 20, credit: 20 },
  arpuFen: { high: 100_000, mid: 20_000 },
  tenureMonths: { high: 60, mid: 24 },
  credit: { high: 80, mid: 60 },
  score: { high: 80, mid: 50 },
  creditPerOverdueMonth: 20,
  stages: {
    identificationMonths: 3,
    stabilityMonths: 24,
    warningArpuFen: 5_000,
    warningDropPercent: 50,
    warningOverdueMonths: 2,
  },
};

const MOST_FEN = 10_000_000_000;

/** A policy out of JSON, with every problem named by its path. */
export function parseCustomerValuePolicy(
  document: unknown,
): Result<CustomerValuePolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const weights = reader.object('weights');
  const stages = reader.object('stages');
  const policy: CustomerValuePolicy = {
    months: reader.integer('months', 1, 36),
    dailyAtHour: reader.integer('dailyAtHour', 0, 23),
    weights: {
      arpu: weights.integer('arpu', 0, 100),
      tenure: weights.integer('tenure', 0, 100),
      credit: weights.integer('credit', 0, 100),
    },
    arpuFen: threshold(reader.object('arpuFen'), MOST_FEN),
    tenureMonths: threshold(reader.object('tenureMonths'), 1200),
    credit: threshold(reader.object('credit'), 100),
    score: threshold(reader.object('score'), 100),
    creditPerOverdueMonth: reader.integer('creditPerOverdueMonth', 0, 100),
    stages: {
      identificationMonths: stages.integer('identificationMonths', 0, 120),
      stabilityMonths: stages.integer('stabilityMonths', 1, 600),
      warningArpuFen: stages.integer('warningArpuFen', 0, MOST_FEN),
      warningDropPercent: stages.integer('warningDropPercent', 1, 100),
      warningOverdueMonths: stages.integer('warningOverdueMonths', 1, 36),
    },
  };
  const { arpu, tenure, credit } = policy.weights;
  if (arpu + tenure + credit !== 100) weights.complain('', 'must sum to 100');
  if (policy.stages.stabilityMonths < policy.stages.identificationMonths) {
    stages.complain('stabilityMonths', 'must not be below identificationMonths');
  }
  weights.refuseUnknownFields();
  stages.refuseUnknownFields();
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

function threshold(reader: DocumentReader, most: number): ValueThreshold {
  const found = { high: reader.integer('high', 0, most), mid: reader.integer('mid', 0, most) };
  if (found.high < found.mid) reader.complain('high', 'must not be below mid');
  reader.refuseUnknownFields();
  return found;
}
