import { Module } from '@nestjs/common';
import { ChangeMaterialsHandler } from './change-materials/change-materials.handler';
import { Courses } from './courses.port';
import { PgCourses } from './persistence/pg-courses';
import { ReadCoursesHandler } from './read-courses.handler';
import { SaveCourseHandler } from './save-course/save-course.handler';

/** The catalogue of courses with their versions and files (§15). */
@Module({
  controllers: [ChangeMaterialsHandler, ReadCoursesHandler, SaveCourseHandler],
  providers: [{ provide: Courses, useClass: PgCourses }],
  exports: [Courses],
})
export class CourseModule {}
