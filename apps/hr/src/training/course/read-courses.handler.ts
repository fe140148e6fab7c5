import { Controller } from '@nestjs/common';
import {
  COURSE_ERRORS,
  CourseMaterialReference,
  type CoursePage,
  CourseReference,
  type CourseVersions,
  type CourseView,
  GetCourse,
  ListCourses,
  ListCoursesRequest,
  ListCourseVersions,
  OpenCourseMaterial,
  type OpenedCourseMaterial,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { courseNotFound, toCourseFields, toCourseView, toMaterialView } from './course-views';
import { type Course, Courses } from './courses.port';

@Controller()
export class ReadCoursesHandler {
  constructor(private readonly courses: Courses) {}

  @Handles(ListCourses)
  async list({ limit = 50, cursor, ...filter }: ListCoursesRequest): Promise<CoursePage> {
    const { items, nextCursor } = await this.courses.list(filter, limit, cursor);
    const views = items.map(async (course) =>
      toCourseView(course, await this.courses.materials(course.code)),
    );
    return { items: await Promise.all(views), ...(nextCursor !== undefined && { nextCursor }) };
  }

  @Handles(GetCourse)
  async get({ code }: CourseReference): Promise<CourseView> {
    const course = await this.found(code);
    return toCourseView(course, await this.courses.materials(code));
  }

  @Handles(ListCourseVersions)
  async versions({ code }: CourseReference): Promise<CourseVersions> {
    await this.found(code);
    const versions = await this.courses.versions(code);
    return {
      items: versions.map(({ document, madeAt, ...version }) => ({
        ...version,
        ...toCourseFields(document),
        madeAt: madeAt.toISOString(),
      })),
    };
  }

  @Handles(OpenCourseMaterial)
  async material({ code, materialId }: CourseMaterialReference): Promise<OpenedCourseMaterial> {
    const material = await this.courses.material(code, materialId);
    if (material) return { ...toMaterialView(material), fileKey: material.fileKey };
    throw new DomainError(COURSE_ERRORS.materialNotFound, `The course ${code} has no such file.`, {
      code,
      materialId,
    });
  }

  private async found(code: string): Promise<Course> {
    const course = await this.courses.find(code);
    if (!course) throw courseNotFound(code);
    return course;
  }
}
