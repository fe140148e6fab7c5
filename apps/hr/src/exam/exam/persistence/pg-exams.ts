import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../../../training/page';
import { type Exam, type ExamFilter, Exams } from '../exams.port';

const EXAM = `id as "examId", title, course_code as "courseCode", blueprint, duration_minutes as "durationMinutes",
  pass_percent as "passPercent", second_marker as "secondMarker", counts_for as "countsFor", version, active`;

@Injectable()
export class PgExams extends Exams {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(examId: string): Promise<Exam | undefined> {
    const [row] = await this.work.query<Nullable<Exam>>(`select ${EXAM} from exam where id = $1`, [examId]);
    return row && withoutNulls<Exam>(row);
  }

  async list(
    { courseCode, countsFor, active }: ExamFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<Exam>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<Exam> & { readonly madeAt: Date }>(
      `select ${EXAM}, made_at as "madeAt" from exam
        where ($1::text is null or course_code = $1) and ($2::text is null or counts_for = $2)
          and ($3::boolean is null or active = $3) and ($4::timestamptz is null or (made_at, id) < ($4, $5::uuid))
        order by made_at desc, id desc limit $6`,
      [courseCode, countsFor, active, after[0], after[1], limit + 1],
    );
    const { items, ...page } = pageOf(rows, limit, ({ madeAt, examId }) => [
      madeAt.toISOString(),
      examId ?? '',
    ]);
    return { ...page, items: items.map(({ madeAt: _, ...row }) => withoutNulls<Exam>(row)) };
  }

  async save(exam: Exam, { at, by }: { readonly at: Date; readonly by: string }): Promise<boolean> {
    const values = [
      exam.examId,
      exam.title,
      exam.courseCode,
      JSON.stringify(exam.blueprint),
      exam.durationMinutes,
      exam.passPercent,
      exam.secondMarker,
      exam.countsFor,
      exam.version,
      exam.active,
    ];
    const saved =
      exam.version === 1
        ? await this.work.execute(
            `insert into exam (id, title, course_code, blueprint, duration_minutes, pass_percent, second_marker, counts_for,
               version, active, made_at, made_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, date_trunc('milliseconds', $11::timestamptz), $12)
             on conflict do nothing`,
            [...values, at, by],
          )
        : await this.work.execute(
            `update exam set title = $2, course_code = $3, blueprint = $4, duration_minutes = $5, pass_percent = $6,
               second_marker = $7, counts_for = $8, version = $9, active = $10 where id = $1 and version = $9 - 1`,
            values,
          );
    return saved > 0;
  }
}
