/** What may foretell a leaving (§16): known from the register, from attendance, from scores and from quality. */
export const WARNING_FACTS = [
  'tenure-months',
  'absent-days',
  'late-times',
  'personal-leave-times',
  'sick-days',
  'overtime-hours',
  'score',
  'quality-mean',
] as const;
export type WarningFact = (typeof WARNING_FACTS)[number];

/** One sign, worth some points; the fact is summed, or for scores averaged, over the months that are looked at. */
export interface WarningRule {
  readonly code: string;
  readonly fact: WarningFact;
  readonly comparison: 'at-least' | 'at-most';
  readonly value: number;
  readonly points: number;
}

export interface WarningSign {
  readonly code: string;
  readonly fact: WarningFact;
  readonly comparison: WarningRule['comparison'];
  readonly value: number;
  /** Absent where nobody knows it. */
  readonly found?: number;
  /** 0 for a sign that is not there or not known. */
  readonly points: number;
  readonly verdict: 'shown' | 'not-shown' | 'unknown';
}

export interface EarlyWarning {
  readonly points: number;
  readonly warned: boolean;
  readonly signs: readonly WarningSign[];
}

/** Adds up the signs of one person. What is unknown is no sign, and is told as unknown. For a talk, never for an action (§22). */
export function earlyWarning(
  facts: Readonly<Partial<Record<WarningFact, number>>>,
  { rules, warnAtPoints }: { readonly rules: readonly WarningRule[]; readonly warnAtPoints: number },
): EarlyWarning {
  const signs = rules.map(({ points, ...rule }): WarningSign => {
    const found = facts[rule.fact];
    if (found === undefined) return { ...rule, points: 0, verdict: 'unknown' };
    const shown = rule.comparison === 'at-least' ? found >= rule.value : found <= rule.value;
    return { ...rule, found, points: shown ? points : 0, verdict: shown ? 'shown' : 'not-shown' };
  });
  const points = signs.reduce((sum, sign) => sum + sign.points, 0);
  return { points, warned: points >= warnAtPoints, signs };
}
