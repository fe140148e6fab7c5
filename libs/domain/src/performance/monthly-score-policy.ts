import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';
import { readScoreNumbers, type ScoreNumbers } from './score-numbers';

/** What becomes of the part of a unit that is begun: whole units only is C22. */
export const SCORE_ROUNDINGS = ['floor', 'ceil', 'none'] as const;
export type ScoreRounding = (typeof SCORE_ROUNDINGS)[number];

/** What is wanted from a month on, until the next version (C27). */
export interface ScoreTarget {
  /** The first month, YYYY-MM. */
  readonly from: string;
  /** Mean time in hand, and the limit of each case, minutes (L31). */
  readonly inHandMinutes: number;
  /** Per cent of the judged work that is right (C9). */
  readonly accuracyPercent: number;
  /** Per cent of an exam's full marks. */
  readonly examPercent: number;
}

export interface MonthlyScorePolicy extends ScoreNumbers {
  readonly rounding: ScoreRounding;
  /** By month, the earliest first. */
  readonly targets: readonly ScoreTarget[];
}

/**
 * §11 with C20–C22: points of the score, fen of the bonus, fines and thresholds as the documents have them. Targets rise after November
 * (L378–380); the time in hand is "revised after November" without a number, and stays. Of [ours]: what a point of other work is worth,
 * the days that make a sickness long, and that a day of absence costs no points beside its fine.
 */
export const STANDARD_MONTHLY_SCORE_POLICY: MonthlyScorePolicy = {
  rounding: 'floor',
  targets: [
    { from: '2000-01', inHandMinutes: 5, accuracyPercent: 97, examPercent: 80 },
    { from: '2026-12', inHandMinutes: 5, accuracyPercent: 99, examPercent: 90 },
  ],
  score: {
    attendance: { pool: 20, lateOrEarly: 2, leaveOccurrence: 4, absentDay: 0 },
    timeliness: { pool: 20, perMinute: 2, perCase: 2 },
    accuracy: { pool: 20, perPoint: 4 },
    exam: { pool: 20, perStep: 4, stepPercent: 5 },
    other: { pool: 20, least: 1, most: 10 },
    awards: { pool: 10, least: 1, most: 5 },
  },
  bonus: {
    roleKinds: ['agent'],
    attendance: {
      pool: 20_000,
      sickDay: 1_000,
      noneFromSickDays: 7,
      personalDay: 3_000,
      noneFromPersonalDays: 5,
    },
    timeliness: { pool: 5_000, perMinute: 1_000, perCase: 500 },
    accuracy: { pool: 5_000, perPoint: 1_000 },
    exam: { pool: 5_000, perStep: 1_000, stepPercent: 5 },
    other: { pool: 5_000, perPoint: 250 },
  },
  fines: { absentDay: 5_000, lesser: 2_000, graver: 5_000 },
  dismissal: {
    sickDaysOver: 30,
    personalDaysOver: 30,
    longSickDays: 7,
    medicalPeriodMonths: { from: 3, to: 24 },
  },
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** A policy out of JSON, with every problem named by its path. */
export function parseMonthlyScorePolicy(
  document: unknown,
): Result<MonthlyScorePolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const policy: MonthlyScorePolicy = {
    rounding: reader.oneOf('rounding', SCORE_ROUNDINGS),
    targets: readTargets(reader),
    ...readScoreNumbers(reader),
  };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

function readTargets(reader: DocumentReader): readonly ScoreTarget[] {
  const targets = reader.objects('targets').map((item): ScoreTarget => {
    const target = {
      from: item.text('from', 'a month, YYYY-MM', (text) => (MONTH.test(text) ? text : undefined), '2000-01'),
      inHandMinutes: item.number('inHandMinutes', 0, 1_440),
      accuracyPercent: item.number('accuracyPercent', 0, 100),
      examPercent: item.number('examPercent', 0, 100),
    };
    item.refuseUnknownFields();
    return target;
  });
  if (targets.length === 0) reader.complain('targets', 'must have at least one');
  if (targets.some(({ from }, index) => index > 0 && from <= (targets[index - 1]?.from ?? '')))
    reader.complain('targets', 'must be in the order of their months, each month once');
  return targets;
}

/** The target of a month; that of the first version for months before it. @throws RangeError without any */
export function scoreTargetOf(month: string, { targets }: MonthlyScorePolicy): ScoreTarget {
  const target = targets.findLast(({ from }) => from <= month) ?? targets[0];
  if (!target) throw new RangeError('the policy has no target');
  return target;
}
