import type { IndicatorTarget, IndicatorTargets } from './indicator-policy';
import { INDICATORS, type IndicatorCode, type IndicatorFacts } from './indicator-definitions';
import type { Known } from './score-facts';

export interface StaffIndicator {
  readonly code: IndicatorCode;
  /** `nothing`: nothing of its kind happened; `unknown`: nobody could tell. Neither is 0. */
  readonly state: Known<number>['state'];
  /** In the unit of its definition, to a hundredth. */
  readonly value?: number;
  readonly target?: IndicatorTarget;
  /** Absent without a value or a target. */
  readonly met?: boolean;
}

/** Every indicator of §12 and art. 23 that can be told of one person and month, beside its target (§13). */
export function staffIndicators(facts: IndicatorFacts, targets: IndicatorTargets): readonly StaffIndicator[] {
  return INDICATORS.map(({ code, of }) => {
    const result = of(facts);
    const target = targets[code];
    const base = { code, state: result.state, ...(target && { target }) };
    if (result.state !== 'known') return base;
    const value = Math.round(result.value * 100) / 100;
    return { ...base, value, ...(target && { met: isMet(result.value, target) }) };
  });
}

/** Compared to a millionth: 97 of 100 is 97 %, whatever a double makes of it. */
function isMet(value: number, { least, most }: IndicatorTarget): boolean {
  const exact = Math.round(value * 1e6) / 1e6;
  return (least === undefined || exact >= least) && (most === undefined || exact <= most);
}
