import { attendanceBonus } from './attendance-lines';
import {
  accuracyLines,
  type EvaluationRates,
  examLines,
  itemLines,
  timelinessLines,
} from './evaluation-lines';
import { type MonthlyScorePolicy, type ScoreTarget, scoreTargetOf } from './monthly-score-policy';
import { missingFacts, type ScoreFactName, type ScoreFacts } from './score-facts';
import { capped, type ScoreLine } from './score-line';
import { waysToCountOnce } from './same-incident';

export interface BonusOfMonth {
  /** Fen, 0 to 40,000: what the head may propose; never payroll (§22). */
  readonly amountFen: number;
  readonly fullFen: number;
  /** The full amount and all fen of them are the amount. */
  readonly lines: readonly ScoreLine[];
  readonly missing: readonly ScoreFactName[];
}

/**
 * The bonus of a month: attendance 200 yuan + evaluation 200 (L371–381, C20, C22), every step a line. Awards and corrections are of the
 * score alone. An approved swap takes nothing (L348), nor does lateness, which the documents only score and fine.
 */
export function bonusOfMonth(facts: ScoreFacts, policy: MonthlyScorePolicy): BonusOfMonth {
  const target = scoreTargetOf(facts.month, policy);
  const { attendance, timeliness, accuracy, exam, other } = policy.bonus;
  const fullFen = attendance.pool + timeliness.pool + accuracy.pool + exam.pool + other.pool;
  const ways = waysToCountOnce(facts).map((way) => {
    const lines = linesOf(way.facts, target, policy);
    return { lines, amountFen: lines.reduce((sum, { points }) => sum + points, fullFen) };
  });
  const dearest = ways.reduce((most, way) => (way.amountFen < most.amountFen ? way : most));
  return { ...dearest, fullFen, missing: missingFacts(facts) };
}

function linesOf(facts: ScoreFacts, target: ScoreTarget, policy: MonthlyScorePolicy): readonly ScoreLine[] {
  const { attendance, inHand, accuracy, exam, items } = facts;
  const { bonus } = policy;
  const rates: EvaluationRates = {
    unit: 'fen',
    perMinute: bonus.timeliness.perMinute,
    perCase: bonus.timeliness.perCase,
    perAccuracyPoint: bonus.accuracy.perPoint,
    perExamStep: bonus.exam.perStep,
    examStepPercent: bonus.exam.stepPercent,
  };
  const pool = (lines: readonly ScoreLine[], most: number, rule: string) => capped(lines, most, rule, 'fen');
  return [
    ...pool(
      attendance.state === 'known' ? attendanceBonus(attendance.value, policy) : [],
      bonus.attendance.pool,
      'L371',
    ),
    ...pool(
      inHand.state === 'known' ? timelinessLines(inHand.value, target, rates, policy) : [],
      bonus.timeliness.pool,
      'L378',
    ),
    ...pool(
      accuracy.state === 'known' ? accuracyLines(accuracy.value, target, rates, policy) : [],
      bonus.accuracy.pool,
      'L379',
    ),
    ...pool(
      exam.state === 'known' ? examLines(exam.value, target, rates, policy) : [],
      bonus.exam.pool,
      'L380',
    ),
    ...pool(itemLines(items, 'deduction', bonus.other.perPoint, 'L381'), bonus.other.pool, 'L381'),
  ];
}
