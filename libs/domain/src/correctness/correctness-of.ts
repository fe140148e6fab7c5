import type { AuditedSubject, CorrectnessPolicy } from './correctness-policy';
import type { Verdicts } from './judged-fields';

export interface Correctness {
  /** What was counted: fields of enquiries, whole items else. */
  readonly unit: 'items' | 'fields';
  /** Items that were judged. */
  readonly judged: number;
  readonly counted: number;
  readonly right: number;
  /** Per cent, to a hundredth; absent while nothing is judged. */
  readonly percent?: number;
  /** Where the true share lies with 95 % confidence, by the size of the sample (Wilson's interval), per cent. */
  readonly between?: { readonly from: number; readonly to: number };
  readonly targetPercent: number;
  readonly verdict: 'met' | 'missed' | 'nothing-judged';
}

/**
 * How much is right (art. 23(8)(9)): of enquiries by key fields, of everything else by whole items, one wrong field making the item wrong.
 * Fields that do not apply are not counted.
 */
export function correctnessOf(
  subject: AuditedSubject,
  judged: readonly Verdicts[],
  policy: CorrectnessPolicy,
): Correctness {
  const unit = subject === 'enquiries' ? 'fields' : 'items';
  const verdicts = judged.flatMap((item) => (unit === 'fields' ? applying(item) : [wholeOf(item)]));
  const counted = verdicts.length;
  const right = verdicts.filter((verdict) => verdict === 'right').length;
  const targetPercent = policy.targetPercent[subject];
  const base = { unit, judged: judged.length, counted, right, targetPercent } as const;
  if (counted === 0) return { ...base, verdict: 'nothing-judged' };
  return {
    ...base,
    percent: hundredths((100 * right) / counted),
    between: wilson(right, counted),
    // Compared in whole numbers: 99 of 100 is 99 %, whatever a double makes of it.
    verdict: right * 100 >= targetPercent * counted ? 'met' : 'missed',
  };
}

const applying = (item: Verdicts) => Object.values(item).filter((verdict) => verdict !== 'not-applicable');

const wholeOf = (item: Verdicts) => (Object.values(item).includes('wrong') ? 'wrong' : 'right');

const Z = 1.959964;

function wilson(right: number, counted: number): { from: number; to: number } {
  const share = right / counted;
  const spread = Z ** 2 / counted;
  const middle = (share + spread / 2) / (1 + spread);
  const margin = (Z * Math.sqrt((share * (1 - share)) / counted + spread / (4 * counted))) / (1 + spread);
  return {
    from: hundredths(100 * Math.max(0, middle - margin)),
    to: hundredths(100 * Math.min(1, middle + margin)),
  };
}

const hundredths = (percent: number) => Math.round(percent * 100) / 100;
