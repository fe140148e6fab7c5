import {
  type AccuracyFact,
  type AttendanceFact,
  type ExamFact,
  type InHandFact,
  type Known,
  knownFact,
  NOTHING_HAPPENED,
  type ScoreFacts,
  type ScoreItem,
  UNKNOWN_FACT,
} from '@switchyard/domain';
import type { AttendanceMonthFacts } from '../../attendance/attendance-facts.port';
import type { TrainingMonth } from '../../training/training-facts.port';
import type { JudgedCounts } from '../facts/staff-counts.port';
import type { MonthWork } from '../facts/month-work';
import type { PerformanceItem } from '../items/performance-items.port';
import type { YearBefore } from './monthly-scores.port';

export interface FactsOfPerson {
  readonly attendance: AttendanceMonthFacts | undefined;
  readonly training: TrainingMonth | undefined;
  readonly work: MonthWork | undefined;
  readonly items: readonly PerformanceItem[];
  /** Of the months before in the same year. */
  readonly year: YearBefore | undefined;
}

/**
 * The facts of one person's month. Attendance is unknown until its month is closed, and of whom nobody expected on any day, the exam while one of the month is not released;
 * accuracy is judged on whole pieces of work, enquiries too (L379).
 */
export function scoreFactsOf(month: string, facts: FactsOfPerson): ScoreFacts {
  return {
    month,
    attendance: attendanceFact(facts.attendance, facts.year),
    inHand: (facts.work?.inHand ?? UNKNOWN_FACT) satisfies Known<InHandFact>,
    accuracy: accuracyFact(facts.work?.judged ?? UNKNOWN_FACT),
    exam: examFact(facts.training),
    items: facts.items.flatMap(toScoreItem),
  };
}

function attendanceFact(
  facts: AttendanceMonthFacts | undefined,
  before: YearBefore = { lateOrEarlyCount: 0, absentDays: 0 },
): Known<AttendanceFact> {
  if (!facts?.closed) return UNKNOWN_FACT;
  const { rosteredDays, lateCount, earlyCount, absentDays, sick, personal, yearSick, yearPersonal } = facts;
  if (rosteredDays === 0 && sick.days === 0 && personal.days === 0) return UNKNOWN_FACT;
  return knownFact({
    lateCount,
    earlyCount,
    absentDays,
    sick,
    personal,
    year: {
      sickDays: yearSick.days,
      personalDays: yearPersonal.days,
      lateOrEarlyCount: before.lateOrEarlyCount + lateCount + earlyCount,
      absentDays: before.absentDays + absentDays,
    },
  });
}

function accuracyFact(judged: Known<JudgedCounts>): Known<AccuracyFact> {
  if (judged.state !== 'known') return judged;
  const { judged: all, wrong } = judged.value;
  if (all === 0) return NOTHING_HAPPENED;
  return knownFact({ judged: all, right: all - wrong.length, wrong: wrong.map((work) => ({ work })) });
}

function examFact(facts: TrainingMonth | undefined): Known<ExamFact> {
  if (!facts || facts.examsOpen > 0) return UNKNOWN_FACT;
  if (!facts.exam || facts.exam.fullMarks <= 0) return NOTHING_HAPPENED;
  return knownFact({ score: facts.exam.score, fullMarks: facts.exam.fullMarks });
}

function toScoreItem({
  id,
  kind,
  category,
  points,
  text,
  recordedBy,
  incident,
}: PerformanceItem): ScoreItem[] {
  if (kind === 'complaint') return [];
  return [{ id, kind, category, points, text, recordedBy, ...(incident !== undefined && { incident }) }];
}
