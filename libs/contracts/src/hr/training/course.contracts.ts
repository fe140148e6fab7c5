import { operation } from '../../kernel/contract';
import {
  Flag,
  Id,
  Instant,
  ListOf,
  OptionalFlag,
  OptionalNested,
  OptionalText,
  OptionalWhole,
  RequiredText,
  Texts,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { CourseCode, OptionalCourseCode } from './training-fields';
import { OptionalStaffNumber } from '../staff/staff-fields';

export const COURSE_ERRORS = {
  notFound: 'course.not-found',
  /** It was changed since it was read. */
  changed: 'course.version-conflict',
  materialNotFound: 'course-material.not-found',
  trainerNotFound: 'trainer.not-found',
  trainerTaken: 'trainer.already-known',
} as const;

/** What a course certifies. */
export class CourseCertificate {
  @OptionalWhole('Months that it is valid; for good when left out', 1, 600)
  validMonths?: number;
}

export class CourseFields {
  @RequiredText('Title in Chinese', 100)
  titleZh: string;

  @RequiredText('Title in English', 100)
  titleEn: string;

  @Texts('Topics, in their order', 100, 100)
  topics: string[];

  @Whole('Minutes that it is planned to take', 1, 60_000)
  plannedMinutes: number;

  @Flag('Whether an exam of the course must be passed to complete it')
  examRequired: boolean;

  @OptionalWhole(
    'Per cent of a session from which it counts as attended; else as the policy `training` says',
    1,
    100,
  )
  attendancePercent?: number;

  @OptionalNested('Who completes the course gets this certificate', () => CourseCertificate)
  certificate?: CourseCertificate;

  @OptionalText('What it is about', 2000)
  description?: string;
}

export class CourseMaterial {
  @Id('Id of the file')
  materialId: string;

  @RequiredText('Name of the file', 255)
  fileName: string;

  @RequiredText('Media type', 200)
  mediaType: string;

  @Whole('Size in bytes', 0, Number.MAX_SAFE_INTEGER)
  bytes: number;

  @Instant('When it was added')
  addedAt: string;

  @RequiredText('Who added it', 200)
  addedBy: string;
}

export class CourseView extends CourseFields {
  @CourseCode()
  code: string;

  @Whole('Version', 1, 1_000_000)
  version: number;

  @Flag('Whether new sessions of it can be planned')
  active: boolean;

  @ListOf('Files for who attends', () => CourseMaterial)
  materials: CourseMaterial[];
}

export class CourseReference {
  @CourseCode()
  code: string;
}

export class ListCoursesRequest extends PageRequest {
  @OptionalFlag('Only those that are offered, or are not')
  active?: boolean;

  @OptionalText('Words of its title or topics', 100)
  search?: string;
}

export class CoursePage extends PageOf(CourseView, 'Courses by code') {}

export const ListCourses = operation({
  subject: 'hr.query.courses.v1',
  request: ListCoursesRequest,
  reply: CoursePage,
});

export const GetCourse = operation({
  subject: 'hr.query.course.v1',
  request: CourseReference,
  reply: CourseView,
  errors: [COURSE_ERRORS.notFound],
});

export class SaveCourseRequest extends CourseFields {
  @CourseCode()
  code: string;

  @OptionalFlag('Whether new sessions of it can be planned; true unless given')
  active?: boolean;

  @Whole('Version that is changed; 0 for a new course', 0, 1_000_000)
  baseVersion: number;
}

/** Makes a course or a new version of one; sessions keep the version that they were planned with. */
export const SaveCourse = operation({
  subject: 'hr.command.save-course.v1',
  request: SaveCourseRequest,
  reply: CourseView,
  errors: [COURSE_ERRORS.notFound, COURSE_ERRORS.changed],
});

export class CourseVersionView extends CourseFields {
  @Whole('Version', 1, 1_000_000)
  version: number;

  @Instant('When it was made')
  madeAt: string;

  @RequiredText('Who made it', 200)
  madeBy: string;
}

export class CourseVersions {
  @ListOf('The latest first, at most 200', () => CourseVersionView)
  items: CourseVersionView[];
}

export const ListCourseVersions = operation({
  subject: 'hr.query.course-versions.v1',
  request: CourseReference,
  reply: CourseVersions,
  errors: [COURSE_ERRORS.notFound],
});

export class AddCourseMaterialRequest extends CourseReference {
  @RequiredText('Key of the file in the file store', 500)
  fileKey: string;

  @RequiredText('Name of the file', 255)
  fileName: string;

  @RequiredText('Media type', 200)
  mediaType: string;

  @Whole('Size in bytes', 0, Number.MAX_SAFE_INTEGER)
  bytes: number;
}

export const AddCourseMaterial = operation({
  subject: 'hr.command.add-course-material.v1',
  request: AddCourseMaterialRequest,
  reply: CourseView,
  errors: [COURSE_ERRORS.notFound],
});

export class CourseMaterialReference extends CourseReference {
  @Id('Id of the file')
  materialId: string;
}

export const RemoveCourseMaterial = operation({
  subject: 'hr.command.remove-course-material.v1',
  request: CourseMaterialReference,
  reply: CourseView,
  errors: [COURSE_ERRORS.notFound, COURSE_ERRORS.materialNotFound],
});

export class OpenedCourseMaterial extends CourseMaterial {
  @RequiredText('Key of the file in the file store', 500)
  fileKey: string;
}

export const OpenCourseMaterial = operation({
  subject: 'hr.query.course-material.v1',
  request: CourseMaterialReference,
  reply: OpenedCourseMaterial,
  errors: [COURSE_ERRORS.materialNotFound],
});

export class TrainerFields {
  @OptionalStaffNumber('Staff number; left out for who comes from outside')
  staffNumber?: string;

  @RequiredText('Name', 100)
  name: string;

  @Texts('Codes of the courses that they give', 100, 40)
  courseCodes: string[];

  @OptionalText('Remark', 1000)
  remark?: string;
}

export class TrainerView extends TrainerFields {
  @Id('Id of the trainer')
  trainerId: string;

  @Flag('Whether they are in the pool')
  active: boolean;
}

export class SaveTrainerRequest extends TrainerFields {
  @Id('Id of the trainer; a new one makes a new trainer')
  trainerId: string;

  @Flag('Whether they are in the pool')
  active: boolean;
}

export const SaveTrainer = operation({
  subject: 'hr.command.save-trainer.v1',
  request: SaveTrainerRequest,
  reply: TrainerView,
  errors: [COURSE_ERRORS.trainerTaken, COURSE_ERRORS.notFound, 'staff.not-found'],
});

export class ListTrainersRequest extends PageRequest {
  @OptionalCourseCode('Only who gives this course')
  courseCode?: string;

  @OptionalFlag('Only who is in the pool, or is not')
  active?: boolean;
}

export class TrainerPage extends PageOf(TrainerView, 'Trainers by name') {}

export const ListTrainers = operation({
  subject: 'hr.query.trainers.v1',
  request: ListTrainersRequest,
  reply: TrainerPage,
});
