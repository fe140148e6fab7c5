import type { ScoreTarget } from './monthly-score-policy';
import type { MonthlyScorePolicy } from './monthly-score-policy';
import type { AccuracyFact, ExamFact, InHandFact, ScoreItem } from './score-facts';
import { hundredth, type ScoreLine, times, unitsOf } from './score-line';

/** How much one unit takes, in points of the score or in fen of the bonus. */
export interface EvaluationRates {
  readonly unit: 'points' | 'fen';
  readonly perMinute: number;
  readonly perCase: number;
  readonly perAccuracyPoint: number;
  readonly perExamStep: number;
  readonly examStepPercent: number;
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Mean time in hand above the target by the minute, and each overdue case (L378, L386); out of one pool (C20). */
export function timelinessLines(
  { cases, averageMinutes, overdue }: InHandFact,
  { inHandMinutes }: ScoreTarget,
  rates: EvaluationRates,
  { rounding }: MonthlyScorePolicy,
): readonly ScoreLine[] {
  const rule = rates.unit === 'fen' ? 'L378' : 'L386';
  const average = hundredth(averageMinutes);
  const minutes = unitsOf(averageMinutes - inHandMinutes, 1, rounding);
  return [
    ...lineOf('timeliness', rule, minutes, rates.perMinute, rates, {
      zh: `${cases} 件平均在手 ${average} 分钟，标准 ${inHandMinutes} 分钟`,
      en: `${cases} cases, ${average} minutes in hand on average, ${inHandMinutes} allowed`,
    }),
    ...lineOf('timeliness', rule, overdue.length, rates.perCase, rates, {
      zh: `单件超时 ${overdue.length} 件`,
      en: `overdue cases: ${overdue.length}`,
    }),
  ];
}

/** Each whole point below the target (L379, L386). */
export function accuracyLines(
  { judged, right }: AccuracyFact,
  { accuracyPercent }: ScoreTarget,
  rates: EvaluationRates,
  { rounding }: MonthlyScorePolicy,
): readonly ScoreLine[] {
  const percent = (100 * right) / judged;
  const below = unitsOf(accuracyPercent - percent, 1, rounding);
  return lineOf('accuracy', rates.unit === 'fen' ? 'L379' : 'L386', below, rates.perAccuracyPoint, rates, {
    zh: `准确率 ${hundredth(percent)}%（${right}/${judged}），标准 ${accuracyPercent}%`,
    en: `accuracy ${hundredth(percent)} % (${right}/${judged}), target ${accuracyPercent} %`,
  });
}

/** Each whole step of 5 per cent of full marks below the target (L380, L386). */
export function examLines(
  { score, fullMarks }: ExamFact,
  { examPercent }: ScoreTarget,
  rates: EvaluationRates,
  { rounding }: MonthlyScorePolicy,
): readonly ScoreLine[] {
  const percent = (100 * score) / fullMarks;
  const steps = unitsOf(examPercent - percent, rates.examStepPercent, rounding);
  return lineOf('exam', rates.unit === 'fen' ? 'L380' : 'L386', steps, rates.perExamStep, rates, {
    zh: `考试 ${hundredth(percent)}%（${score}/${fullMarks}），标准 ${examPercent}%`,
    en: `exam ${hundredth(percent)} % (${score}/${fullMarks}), target ${examPercent} %`,
  });
}

/** What somebody recorded; `each` turns points into the unit of the result. */
export function itemLines(
  items: readonly ScoreItem[],
  kind: 'award' | 'deduction',
  each: number,
  rule: string,
): readonly ScoreLine[] {
  const sign = kind === 'award' ? 1 : -1;
  return items
    .filter((item) => item.kind === kind)
    .map(({ points, text, category }) => ({
      pool: kind === 'award' ? 'awards' : 'other',
      rule,
      fact: { 'zh-CN': `${text}（${category}）`, en: `${text} (${category})` },
      arithmetic: each === 1 ? `${sign > 0 ? '+' : '−'}${points}` : `${points} × −${each / 100}`,
      points: sign * points * each,
    }));
}

function lineOf(
  pool: ScoreLine['pool'],
  rule: string,
  units: number,
  each: number,
  { unit }: EvaluationRates,
  { zh, en }: Words,
): readonly ScoreLine[] {
  if (units === 0) return [];
  const points = unit === 'fen' ? Math.round(units * each) : hundredth(units * each);
  const shown = unit === 'fen' ? each / 100 : each;
  return [{ pool, rule, fact: { 'zh-CN': zh, en }, arithmetic: times(units, shown), points: -points + 0 }];
}
