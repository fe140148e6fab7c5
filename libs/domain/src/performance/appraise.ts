import type { AppraisalCriterion, AppraisalSection, AppraisalTemplate } from './appraisal-template';
import type { IndicatorCode } from './indicator-definitions';

export interface AppraisedCriterion {
  readonly code: string;
  readonly section: AppraisalSection;
  readonly weight: number;
  /** 0 to 100; absent while unknown. */
  readonly points?: number;
  /** Mean of the indicator, where it is reckoned. */
  readonly value?: number;
}

export interface AppraisalResult {
  readonly criteria: readonly AppraisedCriterion[];
  /** 0 to 100, to a hundredth; absent while a criterion is unknown. */
  readonly total?: number;
  readonly missing: readonly string[];
}

/**
 * An appraisal by its template (S1 三(2)): indicators by the straight line between `none` and `full`, the rest as judged.
 * @param indicators means of the period; what is absent is unknown
 * @param judged points of 0 to 100 by code
 */
export function appraise(
  { criteria }: AppraisalTemplate,
  indicators: Readonly<Partial<Record<IndicatorCode, number>>>,
  judged: Readonly<Partial<Record<string, number>>>,
): AppraisalResult {
  const appraised = criteria.map((criterion): AppraisedCriterion => {
    const { code, section, weight, indicator } = criterion;
    const value = indicator && indicators[indicator.code];
    const points = indicator ? pointsOf(value, indicator) : judged[code];
    return {
      code,
      section,
      weight,
      ...(points !== undefined && { points }),
      ...(value !== undefined && { value }),
    };
  });
  const missing = appraised.flatMap(({ code, points }) => (points === undefined ? [code] : []));
  const total = appraised.reduce((sum, { points = 0, weight }) => sum + (points * weight) / 100, 0);
  return {
    criteria: appraised,
    missing,
    ...(missing.length === 0 && { total: Math.round(total * 100) / 100 }),
  };
}

function pointsOf(
  value: number | undefined,
  { none, full }: NonNullable<AppraisalCriterion['indicator']>,
): number | undefined {
  if (value === undefined) return undefined;
  const share = (value - none) / (full - none);
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
}
