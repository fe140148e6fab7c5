import { Controller, Inject } from '@nestjs/common';
import {
  QUESTION_ERRORS,
  type QuestionView,
  type RequestContext,
  SaveQuestion,
  SaveQuestionRequest,
} from '@switchyard/contracts';
import { problemsOfQuestion } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { courseNotFound } from '../../../training/course/course-views';
import { Courses } from '../../../training/course/courses.port';
import { keyOf, questionInvalid, questionNotFound, toQuestionView } from '../question-views';
import { Questions } from '../questions.port';

@Controller()
export class SaveQuestionHandler {
  constructor(
    private readonly questions: Questions,
    private readonly courses: Courses,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(SaveQuestion)
  async handle(request: SaveQuestionRequest, { actor }: RequestContext): Promise<QuestionView> {
    const { baseVersion, active = true, key, ...fields } = request;
    const question = { ...fields, key: keyOf(key), active, version: baseVersion + 1 };
    const problems = problemsOfQuestion(question);
    if (problems.length > 0) throw questionInvalid(problems);
    const { code, courseCode } = question;
    if (courseCode !== undefined && !(await this.courses.find(courseCode))) throw courseNotFound(courseCode);
    return this.work.inTransaction(async () => {
      if (await this.questions.save(question, { at: this.clock.now(), by: actor.id }))
        return toQuestionView(question);
      const known = await this.questions.find(code);
      if (!known) throw questionNotFound(code);
      throw new DomainError(
        QUESTION_ERRORS.changed,
        `The question ${code} has version ${known.version}; read it again and send that as baseVersion.`,
        { field: 'baseVersion', code, version: known.version },
      );
    });
  }
}
