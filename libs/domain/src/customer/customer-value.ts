import type { ValueTier } from '../shared';
import type { CustomerValuePolicy, ValueThreshold } from './customer-value-policy';

/** Where a customer stands in the time with us (§17): 识别, 成长, 稳定, 预警. */
export const LIFE_CYCLE_STAGES = ['identification', 'growth', 'stability', 'warning'] as const;
export type LifeCycleStage = (typeof LIFE_CYCLE_STAGES)[number];

/** What is known of a customer's value. */
export interface CustomerValueFacts {
  /** Whole months since the account began. */
  readonly tenureMonths: number;
  /** Bills of the policy's months, in fen, by how many months ago they are: 0 is the latest month that could have one. */
  readonly bills: readonly { readonly monthsAgo: number; readonly amountFen: number }[];
  /** Months whose bill is overdue now. */
  readonly overdueMonths: number;
  /** As the billing system tells it, 0 to 100. */
  readonly creditScore?: number;
}

export interface CustomerValue {
  /** Undefined without a single bill: nothing is known of the revenue. */
  readonly valueTier?: ValueTier;
  readonly lifeCycle: LifeCycleStage;
  /** What it was reckoned from, to be kept as evidence. */
  readonly evidence: {
    readonly arpuFen: number | null;
    readonly tenureMonths: number;
    readonly credit: number;
    readonly overdueMonths: number;
    readonly score: number | null;
  };
}

/** The tier by revenue, tenure and credit, and the stage by rule (§17). */
export function customerValue(facts: CustomerValueFacts, policy: CustomerValuePolicy): CustomerValue {
  const { tenureMonths, overdueMonths } = facts;
  const arpuFen = averageOf(facts, 0, policy.months);
  const credit = facts.creditScore ?? Math.max(0, 100 - overdueMonths * policy.creditPerOverdueMonth);
  const score = arpuFen === undefined ? undefined : scoreOf(arpuFen, tenureMonths, credit, policy);
  return {
    ...(score !== undefined && { valueTier: tierOf(score, credit, policy) }),
    lifeCycle: stageOf(facts, arpuFen, policy),
    evidence: {
      arpuFen: arpuFen === undefined ? null : Math.round(arpuFen),
      tenureMonths,
      credit,
      overdueMonths,
      score: score ?? null,
    },
  };
}

/** Months without a bill, as months of no account, are left out of the average. */
function averageOf({ bills }: CustomerValueFacts, from: number, before: number): number | undefined {
  const found = bills.filter(({ monthsAgo }) => monthsAgo >= from && monthsAgo < before);
  if (found.length === 0) return undefined;
  return found.reduce((sum, { amountFen }) => sum + amountFen, 0) / found.length;
}

/** 0 to 100: of its weight a factor gives all from `high`, half from `mid`, else nothing. */
function scoreOf(arpuFen: number, tenureMonths: number, credit: number, policy: CustomerValuePolicy): number {
  const { weights } = policy;
  return (
    weights.arpu * share(arpuFen, policy.arpuFen) +
    weights.tenure * share(tenureMonths, policy.tenureMonths) +
    weights.credit * share(credit, policy.credit)
  );
}

const share = (value: number, { high, mid }: ValueThreshold): number =>
  value >= high ? 1 : value >= mid ? 0.5 : 0;

function tierOf(score: number, credit: number, policy: CustomerValuePolicy): ValueTier {
  if (score >= policy.score.high) return credit >= policy.credit.mid ? 'high' : 'mid';
  return score >= policy.score.mid ? 'mid' : 'ordinary';
}

function stageOf(
  facts: CustomerValueFacts,
  arpuFen: number | undefined,
  { months, stages }: CustomerValuePolicy,
): LifeCycleStage {
  const { tenureMonths, overdueMonths } = facts;
  if (tenureMonths < stages.identificationMonths) return 'identification';
  if (overdueMonths >= stages.warningOverdueMonths) return 'warning';
  if (arpuFen !== undefined && arpuFen < stages.warningArpuFen) return 'warning';
  const recent = Math.max(1, Math.floor(months / 4));
  const now = averageOf(facts, 0, recent);
  const before = averageOf(facts, recent, months);
  if (now !== undefined && before !== undefined && before > 0) {
    if ((1 - now / before) * 100 >= stages.warningDropPercent) return 'warning';
  }
  return tenureMonths >= stages.stabilityMonths ? 'stability' : 'growth';
}
