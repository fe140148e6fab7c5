import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import type { ImportTrainingFileRequest, RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, errorOf, refuseCell, type RowError, UnitOfWork } from '@switchyard/platform';
import { Courses } from '../../../training/course/courses.port';
import { KeepImport } from '../../../training/importing/keep-import';
import { ReadTable } from '../../../training/importing/read-table';
import type { TrainingImport } from '../../../training/importing/training-imports.port';
import { type Question, Questions } from '../questions.port';
import { QUESTION_COLUMNS, questionChecker, type QuestionRow } from './question-columns';

/** Takes questions out of CSV or XLSX: new ones, new versions of those that differ, nothing of those that are there just so. */
@Injectable()
export class ImportQuestions {
  constructor(
    private readonly table: ReadTable,
    private readonly questions: Questions,
    private readonly courses: Courses,
    private readonly keep: KeepImport,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError as `ReadTable.read` */
  async execute(
    { fileKey, fileName }: ImportTrainingFileRequest,
    { actor }: RequestContext,
  ): Promise<TrainingImport> {
    const table = await this.table.read(fileKey, QUESTION_COLUMNS, questionChecker());
    const codes = table.rows.flatMap(({ question }) => question.courseCode ?? []);
    const courses = new Set(await this.courses.known([...new Set(codes)]));
    const { good, refused } = sorted(table.rows, courses);
    const from = { by: actor.id, ...(fileName !== undefined && { fileName }) };
    return this.work.inTransaction(async () => {
      const counts = await this.store(good, { at: this.clock.now(), by: actor.id }, refused);
      return this.keep.execute('questions', table, counts, refused, from);
    });
  }

  private async store(
    rows: readonly QuestionRow[],
    made: { readonly at: Date; readonly by: string },
    refused: RowError[],
  ): Promise<{ readonly added: number; readonly changed: number }> {
    const known = await this.questions.findAll(rows.map(({ question }) => question.code));
    const byCode = new Map(known.map((question) => [question.code, question]));
    const counts = { added: 0, changed: 0 };
    for (const { line, question } of rows) {
      const before = byCode.get(question.code);
      if (before && isSame(before, question)) continue;
      if (await this.questions.save({ ...question, version: (before?.version ?? 0) + 1 }, made))
        counts[before ? 'changed' : 'added']++;
      else refused.push(errorOf(line, 'code', CHANGED_MEANWHILE, question.code));
    }
    return counts;
  }
}

const CHANGED_MEANWHILE = refuseCell(
  'duplicate',
  '此题刚被他人修改，请重新导入',
  'was changed by somebody else just now; import it again',
);

function isSame({ version: _, ...before }: Question, question: Omit<Question, 'version'>): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(before)), JSON.parse(JSON.stringify(question)));
}

function sorted(
  rows: readonly QuestionRow[],
  courses: ReadonlySet<string>,
): { readonly good: readonly QuestionRow[]; readonly refused: RowError[] } {
  const seen = new Map<string, number>();
  const refused: RowError[] = [];
  const good = rows.filter(({ line, question: { code, courseCode } }) => {
    const first = seen.get(code);
    if (first !== undefined) {
      const twice = refuseCell(
        'duplicate',
        `与第 ${first} 行题号相同`,
        `is the question of line ${first} again`,
      );
      refused.push(errorOf(line, 'code', twice, code));
      return false;
    }
    seen.set(code, line);
    if (courseCode === undefined || courses.has(courseCode)) return true;
    const unknown = refuseCell('badWord', `没有课程 ${courseCode}`, `there is no course ${courseCode}`);
    refused.push(errorOf(line, 'courseCode', unknown, courseCode));
    return false;
  });
  return { good, refused };
}
