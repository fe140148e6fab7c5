import type { LocalDate } from '@switchyard/domain';

/** What training knows of a staff member in a calendar month of China. */
export interface TrainingMonth {
  readonly staffNumber: string;
  /** YYYY-MM. */
  readonly month: string;
  /**
   * Sum of the released exams that count for the month (§11), each once, a resit in the place that the policy gives it. Absent:
   * no exam counted, or none is released yet; that is unknown and no zero.
   */
  readonly exam?: { readonly score: number; readonly fullMarks: number; readonly exams: number };
  /**
   * Exams that count for the month and of which more is to come, or which somebody on the list did not sit at all: the figure
   * above is not final, and what a missed exam means is a person's to say.
   */
  readonly examsOpen: number;
  /** Credited by attendance or import; minutes. */
  readonly minutesTrained: number;
  /** Days with at least one attended session, ascending; on-time rates leave them out (§12, 2). */
  readonly trainingDays: readonly LocalDate[];
}

/** Facts of training for those who reckon with them: performance, attendance. */
export abstract class TrainingFacts {
  /** One row for every number that is asked for, in that order, also for people without any training. @param month YYYY-MM */
  abstract ofMonth(staffNumbers: readonly string[], month: string): Promise<readonly TrainingMonth[]>;
}
