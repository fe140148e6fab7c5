import { CURSOR_PARTS, decodeCursor, pageOf } from '../../../paging';
import type { UnitOfWork } from '../../../persistence';
import type { Delimiter } from '../../reading/csv-reader';
import type { RowError } from '../../rows/checked-row';
import type { TableWarning } from '../../rows/unknown-columns';
import type { TableFailure } from '../failure-of';
import { ImportLife, type NewTableImport, type RowErrorsPage } from '../import-life';
import type { ImportCounts } from '../row-intake';

/** Tables of one kind of import; their names are the program's own, never a request's. */
export interface ImportTables {
  readonly imports: string;
  readonly rowErrors: string;
}

/** What every import's row holds, as `NewTableImport` and `TableImportState` have it. */
export const IMPORT_COLUMNS = `id, source, file_name as "fileName", file_key as "fileKey", sha256, format, encoding,
  delimiter, state, progress, rows_total as "rowsTotal", rows_accepted as "rowsAccepted", rows_refused as "rowsRefused",
  warnings, failure, created_by as "createdBy", started_at as "startedAt", ended_at as "endedAt"`;

export class PgImportLife extends ImportLife {
  constructor(
    protected readonly unitOfWork: UnitOfWork,
    private readonly tables: ImportTables,
  ) {
    super();
  }

  /** Writes the row of an import that begins; `more` are columns of its own kind. */
  protected async insert(
    record: NewTableImport,
    more: Readonly<Record<string, unknown>>,
    leaseSeconds: number,
  ): Promise<void> {
    const columns = {
      id: record.id,
      source: record.source,
      file_name: record.fileName,
      file_key: record.fileKey,
      sha256: record.sha256,
      format: record.format,
      encoding: record.encoding,
      created_by: record.createdBy,
      started_at: record.startedAt,
      ...more,
    };
    const values = Object.values(columns);
    await this.unitOfWork.execute(
      `insert into ${this.tables.imports} (${Object.keys(columns).join(', ')}, lease_until)
       values (${values.map((_, index) => `$${index + 1}`).join(', ')},
         now() + make_interval(secs => $${values.length + 1}))`,
      [...values, leaseSeconds],
    );
  }

  async saveDelimiter(id: string, delimiter: Delimiter): Promise<void> {
    await this.unitOfWork.execute(`update ${this.tables.imports} set delimiter = $2 where id = $1`, [
      id,
      delimiter,
    ]);
  }

  async renew(id: string, leaseSeconds: number, progress: number, counts: ImportCounts): Promise<boolean> {
    const renewed = await this.unitOfWork.execute(
      `update ${this.tables.imports} set lease_until = now() + make_interval(secs => $2), progress = $3,
         rows_total = $4, rows_accepted = $5, rows_refused = $6
       where id = $1 and state = 'running'`,
      [id, leaseSeconds, progress, counts.rowsTotal, counts.rowsAccepted, counts.rowsRefused],
    );
    return renewed > 0;
  }

  async addRowErrors(id: string, errors: readonly RowError[]): Promise<void> {
    if (errors.length === 0) return;
    await this.unitOfWork.execute(
      `insert into ${this.tables.rowErrors} (import_id, line, field, code, reason, value)
       select $1, e.line, e.field, e.code, e.reason, e.value
       from jsonb_to_recordset($2::jsonb) as e(line int, field text, code text, reason jsonb, value text)
       on conflict do nothing`,
      [id, JSON.stringify(errors)],
    );
  }

  async rowErrors(id: string, limit: number, cursor?: string): Promise<RowErrorsPage> {
    const { integer, text } = CURSOR_PARTS;
    const after = cursor === undefined ? [] : decodeCursor(cursor, integer, text, text);
    const rows = await this.unitOfWork.query<Omit<RowError, 'value'> & { value: string | null }>(
      `select line, field, code, reason, value from ${this.tables.rowErrors}
       where import_id = $1 and ($2::int is null or (line, field, code) > ($2, $3, $4))
       order by line, field, code limit $5`,
      [id, after[0], after[1], after[2], limit + 1],
    );
    const errors = rows.map((row) => ({ ...row, value: row.value ?? undefined }));
    return pageOf(errors, limit, ({ line, field, code }) => [String(line), field, code]);
  }

  async complete(
    id: string,
    counts: ImportCounts,
    warnings: readonly TableWarning[],
    now: Date,
  ): Promise<boolean> {
    const completed = await this.unitOfWork.execute(
      `update ${this.tables.imports} set state = 'completed', progress = 1, rows_total = $2, rows_accepted = $3,
         rows_refused = $4, warnings = $5, ended_at = $6, lease_until = null
       where id = $1 and state = 'running'`,
      [id, counts.rowsTotal, counts.rowsAccepted, counts.rowsRefused, JSON.stringify(warnings), now],
    );
    return completed > 0;
  }

  async fail(id: string, failure: TableFailure, counts: ImportCounts, now: Date): Promise<void> {
    await this.unitOfWork.execute(
      `update ${this.tables.imports} set state = 'failed', failure = $2, rows_total = $3, rows_accepted = 0,
         rows_refused = $4, ended_at = $5, lease_until = null
       where id = $1 and state = 'running'`,
      [id, JSON.stringify(failure), counts.rowsTotal, counts.rowsRefused, now],
    );
  }

  async failInterrupted(failure: TableFailure, now: Date): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `update ${this.tables.imports} set state = 'failed', failure = $1, rows_accepted = 0, ended_at = $2,
         lease_until = null
       where state = 'running' and lease_until < now() returning id`,
      [JSON.stringify(failure), now],
    );
    return rows.map(({ id }) => id);
  }
}
