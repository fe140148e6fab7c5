import { attendancePoints } from './attendance-lines';
import {
  accuracyLines,
  type EvaluationRates,
  examLines,
  itemLines,
  timelinessLines,
} from './evaluation-lines';
import { type MonthlyScorePolicy, type ScoreTarget, scoreTargetOf } from './monthly-score-policy';
import { missingFacts, type ScoreFactName, type ScoreFacts, type ScoreItem } from './score-facts';
import { capped, hundredth, type ScoreLine, signed } from './score-line';
import { waysToCountOnce } from './same-incident';

export interface MonthlyScore {
  readonly month: string;
  /** 0 to 110: of 100, awards of at most 10 on top (L384). */
  readonly score: number;
  /** 100 and all points of them are the score. */
  readonly lines: readonly ScoreLine[];
  /** Nobody could tell these; nothing is deducted for them. */
  readonly missing: readonly ScoreFactName[];
  readonly target: ScoreTarget;
}

const FULL = 100;

/**
 * The score of a month: 100 = attendance 20 + evaluation 80, awards up to 10 on top (§11, L384–388; C20–C22, C27), every step a line.
 * An incident that can be deducted in two ways is deducted once, in the way that takes more: one more fault never makes a better score.
 */
export function monthlyScore(facts: ScoreFacts, policy: MonthlyScorePolicy): MonthlyScore {
  const target = scoreTargetOf(facts.month, policy);
  const ways = waysToCountOnce(facts).map((way) => {
    const lines = linesOf(way.facts, target, policy);
    return { lines: [...lines, ...way.void.map(voidLine)], score: sumOf(lines) };
  });
  const dearest = ways.reduce((most, way) => (way.score < most.score ? way : most));
  const lines = [...dearest.lines, ...correctionLines(dearest, facts)];
  return { month: facts.month, score: sumOf(lines), lines, missing: missingFacts(facts), target };
}

const sumOf = (lines: readonly ScoreLine[]): number =>
  hundredth(lines.reduce((sum, { points }) => sum + points, FULL));

function linesOf(facts: ScoreFacts, target: ScoreTarget, policy: MonthlyScorePolicy): readonly ScoreLine[] {
  const { attendance, inHand, accuracy, exam, items } = facts;
  const { score } = policy;
  const rates: EvaluationRates = {
    unit: 'points',
    perMinute: score.timeliness.perMinute,
    perCase: score.timeliness.perCase,
    perAccuracyPoint: score.accuracy.perPoint,
    perExamStep: score.exam.perStep,
    examStepPercent: score.exam.stepPercent,
  };
  const pool = (lines: readonly ScoreLine[], most: number, rule = 'L386') =>
    capped(lines, most, rule, 'points');
  return [
    ...pool(
      attendance.state === 'known' ? attendancePoints(attendance.value, policy) : [],
      score.attendance.pool,
      'L385',
    ),
    ...pool(
      inHand.state === 'known' ? timelinessLines(inHand.value, target, rates, policy) : [],
      score.timeliness.pool,
    ),
    ...pool(
      accuracy.state === 'known' ? accuracyLines(accuracy.value, target, rates, policy) : [],
      score.accuracy.pool,
    ),
    ...pool(exam.state === 'known' ? examLines(exam.value, target, rates, policy) : [], score.exam.pool),
    ...pool(itemLines(items, 'deduction', 1, 'L386'), score.other.pool),
    ...pool(itemLines(items, 'award', 1, 'L387'), score.awards.pool, 'L387'),
  ];
}

const voidLine = ({ text, points }: ScoreItem): ScoreLine => ({
  pool: 'other',
  rule: 'L388',
  fact: {
    'zh-CN': `${text}：同一事项已扣分，不重复扣分`,
    en: `${text}: the same incident is deducted already, and not twice`,
  },
  arithmetic: `−${points} → 0`,
  points: 0,
});

/** An appeal gives back what was deducted, and no more. */
function correctionLines(
  { lines, score }: { readonly lines: readonly ScoreLine[]; readonly score: number },
  { correction }: ScoreFacts,
): readonly ScoreLine[] {
  if (!correction) return [];
  const undeducted = sumOf(lines.filter(({ pool }) => pool === 'awards'));
  const points = hundredth(Math.min(undeducted, Math.max(0, score + correction.points)) - score);
  const fact = { 'zh-CN': `申诉：${correction.reason}`, en: `appeal: ${correction.reason}` };
  return [{ pool: 'appeal', rule: 'appeal', fact, arithmetic: signed(correction.points), points }];
}
