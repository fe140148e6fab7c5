import { Controller, Inject } from '@nestjs/common';
import {
  COURSE_ERRORS,
  type CourseView,
  type RequestContext,
  SaveCourse,
  SaveCourseRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { courseNotFound, toCourseView } from '../course-views';
import { Courses } from '../courses.port';

@Controller()
export class SaveCourseHandler {
  constructor(
    private readonly courses: Courses,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(SaveCourse)
  handle(request: SaveCourseRequest, { actor }: RequestContext): Promise<CourseView> {
    const { code, baseVersion, active = true, ...document } = request;
    const course = { code, version: baseVersion + 1, active, document: { ...document } };
    return this.work.inTransaction(async () => {
      if (!(await this.courses.save(course, { at: this.clock.now(), by: actor.id }))) {
        const known = await this.courses.find(code);
        throw known || baseVersion === 0 ? changed(code, known?.version) : courseNotFound(code);
      }
      return toCourseView(course, await this.courses.materials(code));
    });
  }
}

const changed = (code: string, version: number | undefined): DomainError =>
  new DomainError(
    COURSE_ERRORS.changed,
    `The course ${code} has version ${version}; read it again and send that as baseVersion.`,
    { field: 'baseVersion', code, version },
  );
