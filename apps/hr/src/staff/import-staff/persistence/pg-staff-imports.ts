import { Injectable } from '@nestjs/common';
import { STAFF_IMPORT_ERRORS } from '@switchyard/contracts';
import {
  codeOf,
  CURSOR_PARTS,
  decodeCursor,
  DomainError,
  IMPORT_COLUMNS,
  type NewTableImport,
  type Nullable,
  pageOf,
  PgImportLife,
  UnitOfWork,
} from '@switchyard/platform';
import { STAFF_COLUMNS, STAFF_TABLES, toRecord } from '../../persistence/staff-rows';
import type { StaffRecord } from '../../staff-register.port';
import type { StaffImport, StaffImports } from '../staff-imports.port';

const UNIQUE_VIOLATION = '23505';

@Injectable()
export class PgStaffImports extends PgImportLife implements StaffImports {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, { imports: 'staff_import', rowErrors: 'staff_row_error' });
  }

  async begin(record: NewTableImport, leaseSeconds: number): Promise<StaffImport> {
    try {
      await this.insert(record, {}, leaseSeconds);
    } catch (error) {
      if (codeOf(error) !== UNIQUE_VIOLATION) throw error;
      throw await this.refusalOf(record, error);
    }
    return this.get(record.id);
  }

  async get(id: string): Promise<StaffImport> {
    const [record] = await this.unitOfWork.query<StaffImport>(
      `select ${IMPORT_COLUMNS} from staff_import where id = $1`,
      [id],
    );
    if (record) return record;
    throw new DomainError(STAFF_IMPORT_ERRORS.notFound, `There is no import ${id}.`, { importId: id });
  }

  async list(limit: number, cursor?: string): Promise<{ items: StaffImport[]; nextCursor?: string }> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.unitOfWork.query<StaffImport>(
      `select ${IMPORT_COLUMNS} from staff_import
       where $1::timestamptz is null or (started_at, id) < ($1, $2::uuid)
       order by started_at desc, id desc limit $3`,
      [after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, ({ startedAt, id }) => [startedAt.toISOString(), id]);
  }

  async everybody(): Promise<ReadonlyMap<string, StaffRecord>> {
    const rows = await this.unitOfWork.query<Nullable<StaffRecord>>(
      `select ${STAFF_COLUMNS} from ${STAFF_TABLES}`,
    );
    return new Map(rows.map(toRecord).map((record) => [record.staffNumber, record]));
  }

  /** Which of the two unique indexes refused: the same file, or another import. */
  private async refusalOf({ sha256, source }: NewTableImport, error: unknown): Promise<unknown> {
    const [first] = await this.unitOfWork.query<{ importId: string; importedAt: Date }>(
      `select id as "importId", started_at as "importedAt" from staff_import
       where sha256 = $1 and source = 'file' and $2 = 'file' and state in ('running', 'completed')`,
      [sha256, source],
    );
    if (first) {
      const importedAt = first.importedAt.toISOString();
      return new DomainError(
        STAFF_IMPORT_ERRORS.sameFile,
        `These bytes were imported already, at ${importedAt} (import ${first.importId}).`,
        { importId: first.importId, importedAt },
      );
    }
    const [running] = await this.unitOfWork.query<{ id: string }>(
      `select id from staff_import where state = 'running'`,
    );
    return running
      ? new DomainError(
          STAFF_IMPORT_ERRORS.running,
          `An import of staff is running: wait until it has ended (import ${running.id}).`,
          { importId: running.id },
        )
      : error;
  }
}
