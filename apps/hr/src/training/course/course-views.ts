import {
  COURSE_ERRORS,
  type CourseFields,
  type CourseMaterial,
  type CourseView,
  TRAINING_SESSION_ERRORS,
} from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { Course, CourseDocument, Material } from './courses.port';

export function toCourseView({ document, ...course }: Course, materials: readonly Material[]): CourseView {
  return { ...course, ...toCourseFields(document), materials: materials.map(toMaterialView) };
}

export function toCourseFields({ topics, certificate, ...document }: CourseDocument): CourseFields {
  return {
    ...document,
    topics: [...topics],
    ...(certificate && { certificate: { ...certificate } }),
  };
}

export function toMaterialView({
  addedAt,
  courseCode: _,
  fileKey: _key,
  ...material
}: Material): CourseMaterial {
  return { ...material, addedAt: addedAt.toISOString() };
}

export const courseNotFound = (code: string): DomainError =>
  new DomainError(COURSE_ERRORS.notFound, `There is no course ${code}; see GET /api/v1/training/courses.`, {
    field: 'courseCode',
    code,
  });

export const courseRetired = (code: string): DomainError =>
  new DomainError(
    TRAINING_SESSION_ERRORS.courseRetired,
    `The course ${code} is not offered any more; make it active first.`,
    { field: 'courseCode', code },
  );
