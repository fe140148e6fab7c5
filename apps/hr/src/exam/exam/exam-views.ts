import { EXAM_ERRORS, type ExamView } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { Exam } from './exams.port';

export const toExamView = ({ blueprint, ...exam }: Exam): ExamView => ({
  ...exam,
  blueprint: blueprint.map((part) => ({ ...part })),
  fullMarks: blueprint.reduce((sum, { count, pointsEach }) => sum + count * pointsEach, 0),
});

export const examNotFound = (examId: string): DomainError =>
  new DomainError(EXAM_ERRORS.notFound, `There is no exam ${examId}.`, { field: 'examId', examId });
