import type { Mark } from './records.port';

export interface CourseExam extends Mark {
  readonly staffNumber: string;
  readonly passed: boolean;
}

/** Released exams of courses. */
export abstract class CourseExams {
  /** Of each person the best released result of any exam of the course; who has none is absent. */
  abstract of(courseCode: string, staffNumbers: readonly string[]): Promise<readonly CourseExam[]>;
}
