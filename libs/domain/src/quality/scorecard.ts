import type { DocumentProblem } from '../shared';

export interface ScorecardNames {
  readonly 'zh-CN': string;
  readonly en: string;
}

/**
 * `points`: 0 to `maxPoints`; `yes-no`: all of the weight or nothing; `critical`: has no weight, and who fails it fails the call.
 */
export const SCORECARD_ITEM_KINDS = ['points', 'yes-no', 'critical'] as const;
export type ScorecardItemKind = (typeof SCORECARD_ITEM_KINDS)[number];

/** What an item tells of: whether the business was right, or the soft and technical side of §12 formula 7. */
export const SCORECARD_ASPECTS = ['accuracy', 'soft', 'technical'] as const;
export type ScorecardAspect = (typeof SCORECARD_ASPECTS)[number];

export interface ScorecardItem {
  readonly code: string;
  readonly names: ScorecardNames;
  readonly kind: ScorecardItemKind;
  readonly aspect: ScorecardAspect;
  /** Of 100; 0 for critical items. */
  readonly weight: number;
  /** The most that an item of points gives; the weight unless told. */
  readonly maxPoints?: number;
  /** May be left out of a call where there was no occasion for it. */
  readonly mayNotApply: boolean;
  /** What is listened for. */
  readonly criteria?: ScorecardNames;
  /** Course of the catalogue that helps. */
  readonly courseCode?: string;
}

export interface ScorecardSection {
  readonly code: string;
  readonly names: ScorecardNames;
  readonly items: readonly ScorecardItem[];
}

const WHOLE = 100;
const hundredths = (value: number): number => Math.round(value * 100);

/** Sum of a list of weights, without the noise of binary fractions. */
export function sumOfWeights(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + hundredths(weight), 0) / 100;
}

export function scorecardItems(sections: readonly ScorecardSection[]): readonly ScorecardItem[] {
  return sections.flatMap(({ items }) => items);
}

/** What keeps a text from being a scorecard at all; a draft with wrong sums is still one. */
export function problemsOfDraft(sections: readonly ScorecardSection[]): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const known = new Set<string>();
  sections.forEach((section, at) => {
    const again = sections.findIndex(({ code }) => code === section.code) < at;
    if (again) problems.push({ path: `sections[${at}].code`, problem: `is there twice: ${section.code}` });
    section.items.forEach((item, place) => {
      const path = `sections[${at}].items[${place}]`;
      if (known.has(item.code))
        problems.push({ path: `${path}.code`, problem: `is there twice: ${item.code}` });
      known.add(item.code);
      problems.push(...problemsOfItem(item, path));
    });
  });
  return problems;
}

function problemsOfItem(item: ScorecardItem, path: string): DocumentProblem[] {
  const complain = (field: string, problem: string) => [{ path: `${path}.${field}`, problem }];
  if (item.kind === 'critical') {
    return [
      ...(item.weight === 0 ? [] : complain('weight', 'must be 0: a critical item fails the whole call')),
      ...(item.maxPoints === undefined ? [] : complain('maxPoints', 'is for items of points only')),
    ];
  }
  return [
    ...(item.weight > 0 ? [] : complain('weight', 'must be above 0; only critical items have no weight')),
    ...(item.kind === 'points' || item.maxPoints === undefined
      ? []
      : complain('maxPoints', 'is for items of points only')),
  ];
}

/** What keeps a draft from being published: the weights must sum to 100 (C15), and business accuracy must be judged (§12, 8). */
export function problemsOfPublication(sections: readonly ScorecardSection[]): DocumentProblem[] {
  const items = scorecardItems(sections);
  const sum = sumOfWeights(items.map(({ weight }) => weight));
  const empty = sections.flatMap(({ items: own }, at) => (own.length === 0 ? [at] : []));
  return [
    ...problemsOfDraft(sections),
    ...(sum === WHOLE
      ? []
      : [{ path: 'sections', problem: `have weights that sum to ${sum}, and must sum to ${WHOLE}` }]),
    ...empty.map((at) => ({ path: `sections[${at}].items`, problem: 'must have at least one item' })),
    ...(items.some(({ aspect, weight }) => aspect === 'accuracy' && weight > 0)
      ? []
      : [{ path: 'sections', problem: 'must have an item of accuracy with a weight' }]),
  ];
}
