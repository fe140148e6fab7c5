import { Controller, Inject } from '@nestjs/common';
import {
  COMMON_ERRORS,
  EXAM_ERRORS,
  type ExamPage,
  type ExamView,
  ListExams,
  ListExamsRequest,
  type RequestContext,
  SaveExam,
  SaveExamRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { courseNotFound } from '../../training/course/course-views';
import { Courses } from '../../training/course/courses.port';
import { viewsOf } from '../../training/page';
import { DrawPaper } from './draw-paper';
import { examNotFound, toExamView } from './exam-views';
import { type Exam, Exams } from './exams.port';

const MOST_QUESTIONS = 200;

@Controller()
export class ExamsHandler {
  constructor(
    private readonly exams: Exams,
    private readonly courses: Courses,
    private readonly draw: DrawPaper,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListExams)
  async list({ limit = 50, cursor, ...filter }: ListExamsRequest): Promise<ExamPage> {
    return viewsOf(await this.exams.list(filter, limit, cursor), toExamView);
  }

  @Handles(SaveExam)
  async save(request: SaveExamRequest, { actor }: RequestContext): Promise<ExamView> {
    const { baseVersion, active = true, ...fields } = request;
    const exam = { ...fields, active, version: baseVersion + 1 };
    assertSize(exam);
    const { courseCode, examId } = exam;
    if (courseCode !== undefined && !(await this.courses.find(courseCode))) throw courseNotFound(courseCode);
    await this.draw.execute(exam.blueprint, examId);
    if (await this.exams.save(exam, { at: this.clock.now(), by: actor.id })) return toExamView(exam);
    const known = await this.exams.find(examId);
    if (!known) throw examNotFound(examId);
    throw new DomainError(
      EXAM_ERRORS.changed,
      `The exam has version ${known.version}; read it again and send that as baseVersion.`,
      { field: 'baseVersion', examId, version: known.version },
    );
  }
}

function assertSize({ blueprint }: Pick<Exam, 'blueprint'>): void {
  const questions = blueprint.reduce((sum, { count }) => sum + count, 0);
  if (questions >= 1 && questions <= MOST_QUESTIONS) return;
  throw new DomainError(
    COMMON_ERRORS.invalid,
    `A paper has 1 to ${MOST_QUESTIONS} questions, not ${questions}.`,
    {
      fields: [{ field: 'blueprint', problems: [`must have 1 to ${MOST_QUESTIONS} questions in all`] }],
    },
  );
}
