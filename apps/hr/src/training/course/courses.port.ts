import type { Page } from '../page';

/** What a version of a course says; stored as it is. */
export interface CourseDocument {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly topics: readonly string[];
  readonly plannedMinutes: number;
  readonly examRequired: boolean;
  readonly attendancePercent?: number;
  readonly certificate?: { readonly validMonths?: number };
  readonly description?: string;
}

export interface Course {
  readonly code: string;
  readonly version: number;
  readonly active: boolean;
  readonly document: CourseDocument;
}

export interface CourseVersion {
  readonly version: number;
  readonly document: CourseDocument;
  readonly madeAt: Date;
  readonly madeBy: string;
}

export interface Material {
  readonly materialId: string;
  readonly courseCode: string;
  readonly fileKey: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly addedAt: Date;
  readonly addedBy: string;
}

export interface CourseFilter {
  readonly active?: boolean;
  readonly search?: string;
}

export abstract class Courses {
  abstract find(code: string): Promise<Course | undefined>;
  /** The document of a version, for sessions that were planned with it. */
  abstract version(code: string, version: number): Promise<CourseDocument | undefined>;
  abstract list(filter: CourseFilter, limit: number, cursor?: string): Promise<Page<Course>>;
  /** Of these codes, those that there are. */
  abstract known(codes: readonly string[]): Promise<readonly string[]>;
  /** The latest first, at most 200. */
  abstract versions(code: string): Promise<readonly CourseVersion[]>;
  /** False when the course does not have `baseVersion` any more; 0 is a course that is not there yet. */
  abstract save(course: Course, made: { readonly at: Date; readonly by: string }): Promise<boolean>;
  abstract materials(code: string): Promise<readonly Material[]>;
  abstract material(code: string, materialId: string): Promise<Material | undefined>;
  abstract addMaterial(material: Material): Promise<void>;
  /** False when it is not there any more; sessions of the past keep no copy of it. */
  abstract removeMaterial(materialId: string, at: Date, by: string): Promise<boolean>;
}
