import { Injectable } from '@nestjs/common';
import type { BankQuestion, BlueprintPart } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../../../training/page';
import {
  type Made,
  type Question,
  type QuestionFilter,
  Questions,
  type QuestionVersion,
} from '../questions.port';

const MOST_VERSIONS = 200;
const QUESTION = `code, version, kind, course_code as "courseCode", topic, difficulty, active, body -> 'text' as text,
  body -> 'options' as options, body -> 'key' as key`;

@Injectable()
export class PgQuestions extends Questions {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(code: string): Promise<Question | undefined> {
    const [question] = await this.findAll([code]);
    return question;
  }

  async findAll(codes: readonly string[]): Promise<readonly Question[]> {
    return this.read('where code = any ($1)', [codes]);
  }

  async list(filter: QuestionFilter, limit: number, cursor?: string): Promise<Page<Question>> {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text);
    const rows = await this.read(
      `where ($1::text is null or course_code = $1) and ($2::text is null or topic = $2)
         and ($3::text is null or difficulty = $3) and ($4::text is null or kind = $4)
         and ($5::boolean is null or active = $5)
         and ($6::text is null or position(lower($6) in lower(body ->> 'text')) > 0)
         and ($7::text is null or code > $7) order by code limit $8`,
      [
        filter.courseCode,
        filter.topic,
        filter.difficulty,
        filter.kind,
        filter.active,
        filter.search,
        after,
        limit + 1,
      ],
    );
    return pageOf(rows, limit, ({ code }) => [code]);
  }

  versions(code: string): Promise<readonly QuestionVersion[]> {
    return this.work.query<QuestionVersion>(
      `select version, document, made_at as "madeAt", made_by as "madeBy" from question_version
        where question_code = $1 order by version desc limit $2`,
      [code, MOST_VERSIONS],
    );
  }

  async save({ code, version, active, ...document }: Question, { at, by }: Made): Promise<boolean> {
    const { kind, courseCode, topic, difficulty, ...body } = document;
    const values = [code, version, kind, courseCode, topic, difficulty, JSON.stringify(body), active];
    const saved =
      version === 1
        ? await this.work.execute(
            `insert into question (code, version, kind, course_code, topic, difficulty, body, active)
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
            values,
          )
        : await this.work.execute(
            `update question set version = $2, kind = $3, course_code = $4, topic = $5, difficulty = $6, body = $7, active = $8
              where code = $1 and version = $2 - 1`,
            values,
          );
    if (saved === 0) return false;
    await this.work.execute(
      `insert into question_version (question_code, version, document, made_at, made_by) values ($1, $2, $3, $4, $5)`,
      [code, version, JSON.stringify(document), at, by],
    );
    return true;
  }

  bankFor(blueprint: readonly BlueprintPart[]): Promise<readonly BankQuestion[]> {
    return this.read(
      `where active and exists (
         select 1 from jsonb_to_recordset($1::jsonb) as part ("courseCode" text, topic text, difficulty text, kind text)
          where (part."courseCode" is null or part."courseCode" = course_code)
            and (part.topic is null or part.topic = question.topic)
            and (part.difficulty is null or part.difficulty = question.difficulty)
            and (part.kind is null or part.kind = question.kind))`,
      [JSON.stringify(blueprint)],
    );
  }

  private async read(where: string, parameters: readonly unknown[]): Promise<readonly Question[]> {
    const rows = await this.work.query<Nullable<Question>>(
      `select ${QUESTION} from question ${where}`,
      parameters,
    );
    return rows.map((row) => withoutNulls<Question>(row));
  }
}
