import type { BlueprintPart } from '@switchyard/domain';
import type { Page } from '../../training/page';

export interface Exam {
  readonly examId: string;
  readonly title: string;
  readonly courseCode?: string;
  readonly blueprint: readonly BlueprintPart[];
  readonly durationMinutes: number;
  /** As the policy says unless given. */
  readonly passPercent?: number;
  readonly secondMarker: boolean;
  /** YYYY-MM. */
  readonly countsFor?: string;
  readonly version: number;
  readonly active: boolean;
}

export interface ExamFilter {
  readonly courseCode?: string;
  readonly countsFor?: string;
  readonly active?: boolean;
}

export abstract class Exams {
  abstract find(examId: string): Promise<Exam | undefined>;
  abstract list(filter: ExamFilter, limit: number, cursor?: string): Promise<Page<Exam>>;
  /** False when the exam does not have the version before; version 1 is a new one. */
  abstract save(exam: Exam, made: { readonly at: Date; readonly by: string }): Promise<boolean>;
}
