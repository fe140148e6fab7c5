import { type DocumentProblem, ok, refused, type Result } from '../shared';
import { scorecardItems, type ScorecardNames, type ScorecardItem, type ScorecardSection } from './scorecard';

/** What an inspector gives an item of one call. */
export interface ItemMark {
  readonly item: string;
  /** False: there was no occasion for it. True unless told. */
  readonly applies?: boolean;
  /** Of an item of points, from 0 to its maximum. */
  readonly points?: number;
  /** Of a yes-no or critical item. */
  readonly passed?: boolean;
  readonly note?: string;
}

export interface CallScoreLine {
  readonly section: string;
  readonly item: string;
  readonly names: ScorecardNames;
  readonly kind: ScorecardItem['kind'];
  readonly weight: number;
  /** The weight that it has in this call, after what does not apply has been shared out; 0 when it does not apply. */
  readonly effectiveWeight: number;
  /** Part of it that was earned, 0 to 1; absent when it does not apply. */
  readonly share?: number;
  /** Points of the 100 that it gave. */
  readonly earned: number;
  readonly fault: boolean;
  readonly text: ScorecardNames;
}

export interface CallScore {
  /** 0 to 100, to a hundredth; 0 where a critical item failed. */
  readonly score: number;
  /** Business accuracy is 0, or a critical item failed (§12, 8). */
  readonly criticalError: boolean;
  readonly failedBy: readonly string[];
  /** Per cent; absent when no item of accuracy applied. */
  readonly accuracy?: number;
  /** Soft and technical, per cent. */
  readonly professional?: number;
  /** Accuracy × professional score (§12, 7), per cent. */
  readonly transactionQuality?: number;
  readonly lines: readonly CallScoreLine[];
  readonly text: ScorecardNames;
}

const round = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;

/**
 * The result of one call (§14). The weight of what does not apply goes to the other items of its section in proportion; that of a section
 * of which nothing applies to the other sections: what applies always weighs 100 together.
 * @param faultBelowPercent an item that earned less of its weight is a fault
 */
export function scoreCall(
  sections: readonly ScorecardSection[],
  marks: readonly ItemMark[],
  faultBelowPercent: number,
): Result<CallScore, readonly DocumentProblem[]> {
  const problems = problemsOfMarks(sections, marks);
  if (problems.length > 0) return refused(problems);
  const given = new Map(marks.map((mark) => [mark.item, mark]));
  const weights = effectiveWeights(sections, given);
  const scored = sections.flatMap((section) =>
    section.items.map((item) => lineOf(section, item, given.get(item.code), weights, faultBelowPercent)),
  );
  const failed = scored.filter(({ line }) => line.kind === 'critical' && line.share === 0);
  const full = scored.reduce((sum, { line }) => sum + line.effectiveWeight * (line.share ?? 0), 0);
  const accuracy = shareOf(scored, ({ aspect }) => aspect === 'accuracy');
  const professional = shareOf(scored, ({ aspect }) => aspect !== 'accuracy');
  const score = failed.length > 0 ? 0 : Math.min(100, Math.max(0, round(full)));
  return ok({
    score,
    criticalError: failed.length > 0 || accuracy === 0,
    failedBy: failed.map(({ line }) => line.item),
    ...(accuracy !== undefined && { accuracy: round(accuracy * 100) }),
    ...(professional !== undefined && { professional: round(professional * 100) }),
    ...(accuracy !== undefined &&
      professional !== undefined && { transactionQuality: round(accuracy * professional * 100) }),
    lines: scored.map(({ line }) => line),
    text: summaryOf(
      score,
      failed.map(({ line }) => line),
    ),
  });
}

/** Every item is marked once, in the way of its kind; at least one item with a weight applies. */
function problemsOfMarks(
  sections: readonly ScorecardSection[],
  marks: readonly ItemMark[],
): DocumentProblem[] {
  const items = new Map(scorecardItems(sections).map((item) => [item.code, item]));
  const at = (code: string) => `marks.${code}`;
  const counts = new Map<string, number>();
  for (const { item } of marks) counts.set(item, (counts.get(item) ?? 0) + 1);
  const wrong = marks.flatMap((mark): DocumentProblem[] => {
    const item = items.get(mark.item);
    if (!item) return [{ path: at(mark.item), problem: 'is no item of this scorecard' }];
    if ((counts.get(mark.item) ?? 0) > 1)
      return [{ path: at(mark.item), problem: 'is marked more than once' }];
    const problem = problemOfMark(item, mark);
    return problem === undefined ? [] : [{ path: at(mark.item), problem }];
  });
  const missing = [...items.keys()].filter((code) => !counts.has(code));
  const applies = [...items.values()].some(
    ({ code, weight }) => weight > 0 && marks.find(({ item }) => item === code)?.applies !== false,
  );
  return [
    ...wrong,
    ...missing.map((code) => ({ path: at(code), problem: 'is not marked' })),
    ...(applies ? [] : [{ path: 'marks', problem: 'must have an item with a weight that applies' }]),
  ];
}

function problemOfMark(
  item: ScorecardItem,
  { applies = true, points, passed }: ItemMark,
): string | undefined {
  if (!applies) {
    if (!item.mayNotApply) return 'always applies';
    return points === undefined && passed === undefined ? undefined : 'does not apply, so it has no value';
  }
  if (item.kind !== 'points') {
    if (points !== undefined) return 'has passed (true or false), and no points';
    return passed === undefined ? 'needs passed (true or false)' : undefined;
  }
  if (passed !== undefined) return 'has points, and no passed';
  const most = item.maxPoints ?? item.weight;
  const fits = points !== undefined && points >= 0 && points <= most;
  return fits ? undefined : `needs points from 0 to ${most}`;
}

/** What each item weighs in this call; what does not apply is absent. */
function effectiveWeights(
  sections: readonly ScorecardSection[],
  given: ReadonlyMap<string, ItemMark>,
): ReadonlyMap<string, number> {
  const total = (items: readonly ScorecardItem[]) => items.reduce((sum, { weight }) => sum + weight, 0);
  const applicable = sections.map(({ items }) => ({
    whole: total(items),
    applied: items.filter(({ code, weight }) => weight > 0 && given.get(code)?.applies !== false),
  }));
  const judged = applicable.filter(({ applied }) => applied.length > 0);
  const sum = judged.reduce((all, { whole }) => all + whole, 0);
  return new Map(
    judged.flatMap(({ whole, applied }) =>
      applied.map(({ code, weight }) => [code, ((whole / sum) * 100 * weight) / total(applied)] as const),
    ),
  );
}

interface Scored {
  readonly aspect: ScorecardItem['aspect'];
  readonly line: CallScoreLine;
}

function lineOf(
  section: ScorecardSection,
  item: ScorecardItem,
  mark: ItemMark | undefined,
  weights: ReadonlyMap<string, number>,
  faultBelowPercent: number,
): Scored {
  const weight = weights.get(item.code) ?? 0;
  const share = shareEarned(item, mark);
  const fault =
    share !== undefined && (item.kind === 'critical' ? share === 0 : share * 100 < faultBelowPercent);
  const line = {
    section: section.code,
    item: item.code,
    names: item.names,
    kind: item.kind,
    weight: item.weight,
    effectiveWeight: weight,
    ...(share !== undefined && { share }),
    earned: round(weight * (share ?? 0)),
    fault,
  };
  return { aspect: item.aspect, line: { ...line, text: lineText(item, line) } };
}

function shareEarned(item: ScorecardItem, mark: ItemMark | undefined): number | undefined {
  if (!mark || mark.applies === false) return undefined;
  if (item.kind === 'points') return (mark.points ?? 0) / (item.maxPoints ?? item.weight);
  return mark.passed === true ? 1 : 0;
}

/** The part earned of the items of an aspect; 0 as soon as a critical one of them failed. */
function shareOf(scored: readonly Scored[], belongs: (one: Scored) => boolean): number | undefined {
  const own = scored.filter(belongs).map(({ line }) => line);
  if (own.some(({ kind, share }) => kind === 'critical' && share === 0)) return 0;
  const weight = own.reduce((sum, { effectiveWeight }) => sum + effectiveWeight, 0);
  if (weight === 0) return undefined;
  return own.reduce((sum, { effectiveWeight, share = 0 }) => sum + effectiveWeight * share, 0) / weight;
}

function lineText(item: ScorecardItem, line: Omit<CallScoreLine, 'text'>): ScorecardNames {
  const { 'zh-CN': zh, en } = item.names;
  if (line.share === undefined)
    return {
      'zh-CN': `${zh}：不适用，权重分给其他项目`,
      en: `${en}: does not apply, its weight goes to others`,
    };
  if (item.kind === 'critical') {
    return line.share === 0
      ? { 'zh-CN': `${zh}：发生，整通为 0 分`, en: `${en}: happened, the call is worth 0` }
      : { 'zh-CN': `${zh}：未发生`, en: `${en}: did not happen` };
  }
  const of = `${line.earned} / ${round(line.effectiveWeight)}`;
  return { 'zh-CN': `${zh}：${of}`, en: `${en}: ${of}` };
}

function summaryOf(score: number, failed: readonly CallScoreLine[]): ScorecardNames {
  if (failed.length === 0) return { 'zh-CN': `得分 ${score} 分`, en: `${score} of 100` };
  const list = (language: keyof ScorecardNames, comma: string) =>
    failed.map(({ names }) => names[language]).join(comma);
  return {
    'zh-CN': `0 分：重大错误（${list('zh-CN', '、')}）`,
    en: `0 of 100: critical error (${list('en', '; ')})`,
  };
}
