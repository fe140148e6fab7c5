import type { ExamAttemptState } from '@switchyard/contracts';
import type { ExamAnswer, PaperItem, RoundMark } from '@switchyard/domain';
import type { Page } from '../../training/page';

export interface NewExamAttempt {
  readonly examAttemptId: string;
  readonly sittingId: string;
  readonly staffNumber: string;
  readonly ordinal: number;
  readonly seed: string;
  readonly paper: readonly PaperItem[];
  readonly fullMarks: number;
  readonly startedAt: Date;
  readonly deadlineAt: Date;
  readonly acceptsUntil: Date;
}

/** One start of an exam by one person. */
export interface ExamAttempt extends NewExamAttempt {
  readonly title: string;
  readonly state: ExamAttemptState;
  readonly submittedAt?: Date;
  readonly submittedBy?: 'examinee' | 'deadline';
  /** By number of the question; those that a person marks are left out. */
  readonly autoPoints?: Readonly<Record<string, number>>;
  readonly score?: number;
  readonly passed?: boolean;
  readonly firstScore?: number;
  readonly releasedAt?: Date;
}

export interface StoredAnswer {
  readonly no: number;
  readonly answer: ExamAnswer;
  readonly order: number;
}

export type CountedStart =
  | { readonly outcome: 'started'; readonly ordinal: number }
  | { readonly outcome: 'running'; readonly examAttemptId: string }
  | { readonly outcome: 'no-start-left' | 'not-a-candidate' };

export interface ExamAttemptFilter {
  readonly sittingId?: string;
  readonly staffNumber?: string;
  readonly state?: ExamAttemptState;
  readonly staffNumbers?: readonly string[];
}

export interface Scored {
  readonly score: number;
  readonly passed: boolean;
}

export interface Submission {
  readonly at: Date;
  readonly by: 'examinee' | 'deadline';
  readonly autoPoints: Readonly<Record<string, number>>;
  /** Absent while a person has to mark. */
  readonly scored?: Scored;
}

export abstract class ExamAttempts {
  /**
   * Counts a start in one statement: of as many as come at once, one is counted, and none while an attempt runs. To be called in
   * the transaction that adds the attempt.
   */
  abstract countStart(
    sitting: { readonly sittingId: string; readonly attemptLimit: number; readonly listed: boolean },
    staffNumber: string,
    examAttemptId: string,
  ): Promise<CountedStart>;
  abstract add(attempt: NewExamAttempt): Promise<void>;
  abstract find(examAttemptId: string): Promise<ExamAttempt | undefined>;
  /** Nobody else changes it until the transaction ends. */
  abstract lock(examAttemptId: string): Promise<ExamAttempt | undefined>;
  /** Others may save answers too, and nobody hands it in until the transaction ends. */
  abstract holdOpen(examAttemptId: string): Promise<ExamAttempt | undefined>;
  abstract list(filter: ExamAttemptFilter, limit: number, cursor?: string): Promise<Page<ExamAttempt>>;
  /** By number of the question. */
  abstract answers(examAttemptId: string): Promise<readonly StoredAnswer[]>;
  /** Takes what is newer than what is there. */
  abstract saveAnswers(examAttemptId: string, answers: readonly StoredAnswer[], at: Date): Promise<void>;
  /** started → submitted or marked; the person may start again. */
  abstract submit(examAttemptId: string, submission: Submission): Promise<void>;
  /** Attempts that run and whose time, with its grace, is up; the oldest first. */
  abstract due(now: Date, limit: number): Promise<readonly string[]>;
  abstract marks(examAttemptId: string): Promise<readonly RoundMark[]>;
  abstract addMarks(
    examAttemptId: string,
    marks: readonly (Omit<RoundMark, 'markedBy'> & { readonly remark?: string })[],
    made: { readonly at: Date; readonly by: string },
  ): Promise<void>;
  /** submitted → marked. */
  abstract setScore(examAttemptId: string, scored: Scored): Promise<void>;
  /** Of a released one; the first score is kept. */
  abstract correctScore(examAttemptId: string, scored: Scored): Promise<void>;
}
