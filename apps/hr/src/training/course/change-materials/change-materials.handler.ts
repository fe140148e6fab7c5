import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  AddCourseMaterial,
  AddCourseMaterialRequest,
  COURSE_ERRORS,
  CourseMaterialReference,
  type CourseView,
  RemoveCourseMaterial,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { courseNotFound, toCourseView } from '../course-views';
import { type Course, Courses } from '../courses.port';

/** Files for who attends a course; the bytes lie in the file store before this is asked. */
@Controller()
export class ChangeMaterialsHandler {
  constructor(
    private readonly courses: Courses,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(AddCourseMaterial)
  async add({ code, ...file }: AddCourseMaterialRequest, { actor }: RequestContext): Promise<CourseView> {
    const course = await this.found(code);
    const added = { addedAt: this.clock.now(), addedBy: actor.id };
    await this.courses.addMaterial({ materialId: randomUUID(), courseCode: code, ...file, ...added });
    return toCourseView(course, await this.courses.materials(code));
  }

  @Handles(RemoveCourseMaterial)
  async remove(
    { code, materialId }: CourseMaterialReference,
    { actor }: RequestContext,
  ): Promise<CourseView> {
    const course = await this.found(code);
    const material = await this.courses.material(code, materialId);
    if (!material || !(await this.courses.removeMaterial(materialId, this.clock.now(), actor.id))) {
      throw new DomainError(COURSE_ERRORS.materialNotFound, `The course ${code} has no such file.`, {
        code,
        materialId,
      });
    }
    return toCourseView(course, await this.courses.materials(code));
  }

  private async found(code: string): Promise<Course> {
    const course = await this.courses.find(code);
    if (!course) throw courseNotFound(code);
    return course;
  }
}
