import { Injectable } from '@nestjs/common';
import { CURSOR_PARTS, decodeCursor, pageOf, UnitOfWork } from '@switchyard/platform';
import type { Page } from '../../page';
import {
  type Course,
  type CourseDocument,
  type CourseFilter,
  Courses,
  type CourseVersion,
  type Material,
} from '../courses.port';

const MOST_VERSIONS = 200;
const MATERIAL = `id as "materialId", course_code as "courseCode", file_key as "fileKey", file_name as "fileName",
  media_type as "mediaType", bytes::float8 as bytes, added_at as "addedAt", added_by as "addedBy"`;

@Injectable()
export class PgCourses extends Courses {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(code: string): Promise<Course | undefined> {
    const [course] = await this.work.query<Course>(
      'select code, version, active, document from course where code = $1',
      [code],
    );
    return course;
  }

  async version(code: string, version: number): Promise<CourseDocument | undefined> {
    const [row] = await this.work.query<{ document: CourseDocument }>(
      'select document from course_version where course_code = $1 and version = $2',
      [code, version],
    );
    return row?.document;
  }

  async list({ active, search }: CourseFilter, limit: number, cursor?: string): Promise<Page<Course>> {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text);
    const rows = await this.work.query<Course>(
      `select code, version, active, document from course
        where ($1::boolean is null or active = $1)
          and ($2::text is null or position(lower($2) in lower(document::text)) > 0)
          and ($3::text is null or code > $3) order by code limit $4`,
      [active, search, after, limit + 1],
    );
    return pageOf(rows, limit, ({ code }) => [code]);
  }

  async known(codes: readonly string[]): Promise<readonly string[]> {
    const rows = await this.work.query<{ code: string }>('select code from course where code = any ($1)', [
      codes,
    ]);
    return rows.map(({ code }) => code);
  }

  versions(code: string): Promise<readonly CourseVersion[]> {
    return this.work.query<CourseVersion>(
      `select version, document, made_at as "madeAt", made_by as "madeBy" from course_version
        where course_code = $1 order by version desc limit $2`,
      [code, MOST_VERSIONS],
    );
  }

  async save(
    { code, version, active, document }: Course,
    { at, by }: { readonly at: Date; readonly by: string },
  ): Promise<boolean> {
    const json = JSON.stringify(document);
    const saved =
      version === 1
        ? await this.work.execute(
            `insert into course (code, version, active, document) values ($1, 1, $2, $3) on conflict do nothing`,
            [code, active, json],
          )
        : await this.work.execute(
            `update course set version = $2, active = $3, document = $4 where code = $1 and version = $2 - 1`,
            [code, version, active, json],
          );
    if (saved === 0) return false;
    await this.work.execute(
      'insert into course_version (course_code, version, document, made_at, made_by) values ($1, $2, $3, $4, $5)',
      [code, version, json, at, by],
    );
    return true;
  }

  materials(code: string): Promise<readonly Material[]> {
    return this.work.query<Material>(
      `select ${MATERIAL} from course_material where course_code = $1 and removed_at is null order by added_at, id`,
      [code],
    );
  }

  async material(code: string, materialId: string): Promise<Material | undefined> {
    const [row] = await this.work.query<Material>(
      `select ${MATERIAL} from course_material where course_code = $1 and id = $2 and removed_at is null`,
      [code, materialId],
    );
    return row;
  }

  async addMaterial(material: Material): Promise<void> {
    const { materialId, courseCode, fileKey, fileName, mediaType, bytes, addedAt, addedBy } = material;
    await this.work.execute(
      `insert into course_material (id, course_code, file_key, file_name, media_type, bytes, added_at, added_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [materialId, courseCode, fileKey, fileName, mediaType, bytes, addedAt, addedBy],
    );
  }

  async removeMaterial(materialId: string, at: Date, by: string): Promise<boolean> {
    const removed = await this.work.execute(
      `update course_material set removed_at = $2, removed_by = $3 where id = $1 and removed_at is null`,
      [materialId, at, by],
    );
    return removed > 0;
  }
}
