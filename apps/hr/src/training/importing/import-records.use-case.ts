import { Inject, Injectable } from '@nestjs/common';
import type { ImportTrainingFileRequest, RequestContext } from '@switchyard/contracts';
import {
  type CellRefusal,
  CLOCK,
  type Clock,
  errorOf,
  refuseCell,
  type RowError,
  UnitOfWork,
} from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { Courses } from '../course/courses.port';
import { Records, sessionKey } from '../record/records.port';
import { KeepImport } from './keep-import';
import { ReadTable } from './read-table';
import { RECORD_COLUMNS, recordChecker, type RecordRow } from './record-columns';
import type { TrainingImport } from './training-imports.port';

/** What is known of the things that rows name. */
interface Known {
  readonly staff: ReadonlySet<string>;
  readonly courses: ReadonlySet<string>;
  readonly sessions: ReadonlySet<string>;
}

/**
 * Takes training records out of CSV or XLSX (§15; S2 L124: all records are kept). The same file again changes nothing; rows that
 * were exported from sessions here are recognised and credit no hours twice.
 */
@Injectable()
export class ImportRecords {
  constructor(
    private readonly table: ReadTable,
    private readonly records: Records,
    private readonly courses: Courses,
    private readonly directory: StaffDirectory,
    private readonly keep: KeepImport,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError as `ReadTable.read` */
  async execute(
    { fileKey, fileName }: ImportTrainingFileRequest,
    { actor }: RequestContext,
  ): Promise<TrainingImport> {
    const table = await this.table.read(fileKey, RECORD_COLUMNS, recordChecker());
    const known = await this.known(table.rows);
    const refused: RowError[] = [];
    const seen = new Map<string, number>();
    const good = table.rows.filter((row) => {
      const refusal = refusalOf(row, known, seen);
      if (refusal) refused.push(errorOf(row.line, refusal.field, refusal.refusal, refusal.value));
      return !refusal && !row.fromSession;
    });
    const from = { by: actor.id, ...(fileName !== undefined && { fileName }) };
    return this.work.inTransaction(async () => {
      const counts = await this.records.import(
        good.map(({ record }) => record),
        { at: this.clock.now(), by: actor.id },
      );
      return this.keep.execute('records', table, counts, refused, from);
    });
  }

  private async known(rows: readonly RecordRow[]): Promise<Known> {
    const staffNumbers = [...new Set(rows.map(({ record }) => record.staffNumber))];
    const staff = staffNumbers.length === 0 ? [] : await this.directory.list({ staffNumbers });
    const courses = await this.courses.known([...new Set(rows.map(({ record }) => record.courseCode))]);
    return {
      staff: new Set(staff.map(({ staffNumber }) => staffNumber)),
      courses: new Set(courses),
      sessions: await this.records.sessionKeys(staffNumbers),
    };
  }
}

/** Why a row that is good by itself cannot be taken. */
function refusalOf(
  { line, record, fromSession }: RecordRow,
  { staff, courses, sessions }: Known,
  seen: Map<string, number>,
): { readonly field: string; readonly refusal: CellRefusal; readonly value?: string } | undefined {
  const { staffNumber, courseCode, reference, heldOn } = record;
  if (!staff.has(staffNumber)) {
    const refusal = refuseCell(
      'badWord',
      `没有工号 ${staffNumber}`,
      `nobody has the staff number ${staffNumber}`,
    );
    return { field: 'staffNumber', refusal, value: staffNumber };
  }
  if (!courses.has(courseCode)) {
    const refusal = refuseCell('badWord', `没有课程 ${courseCode}`, `there is no course ${courseCode}`);
    return { field: 'courseCode', refusal, value: courseCode };
  }
  if (fromSession) {
    if (sessions.has(sessionKey(staffNumber, courseCode, heldOn))) return undefined;
    const refusal = refuseCell(
      'badWord',
      '来源为培训场次，但本系统没有该场次的记录；他处的记录请改为“导入”',
      'says that it comes from a session, of which nothing is recorded here; write "import" for records from elsewhere',
    );
    return { field: 'source', refusal };
  }
  const key = `${staffNumber} ${courseCode} ${reference}`;
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, line);
    return undefined;
  }
  const refusal = refuseCell(
    'duplicate',
    `与第 ${first} 行重复；同一天同一课程有多条时请填写不同的记录编号`,
    `is the record of line ${first} again; give several of one day and course different references`,
  );
  return { field: 'reference', refusal, value: reference };
}
