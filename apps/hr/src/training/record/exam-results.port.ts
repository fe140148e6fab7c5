import type { ExamResultView } from '@switchyard/contracts';

/** Released results of exams, for the training file. */
export abstract class ExamResults {
  /** The latest first. */
  abstract ofStaff(staffNumber: string): Promise<readonly ExamResultView[]>;
}
