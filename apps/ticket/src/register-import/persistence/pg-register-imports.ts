import { Injectable } from '@nestjs/common';
import type { RegisterKind } from '@switchyard/contracts';
import {
  codeOf,
  CURSOR_PARTS,
  decodeCursor,
  type Delimiter,
  type ImportCounts,
  pageOf,
  type RowError,
  type TableFailure,
  type TableWarning,
  UnitOfWork,
} from '@switchyard/platform';
import type { NewRegisterImport, RegisterImport } from '../register-import';
import { importNotFound, importRunning, sameFile } from '../register-import-errors';
import { RegisterImports, type RegisterImportsPage, type RowErrorsPage } from '../register-imports.port';

const COLUMNS = `id, register, source, file_name as "fileName", file_key as "fileKey", sha256, format, encoding,
  delimiter, state, progress, rows_total as "rowsTotal", rows_accepted as "rowsAccepted", rows_refused as "rowsRefused",
  warnings, failure, created_by as "createdBy", started_at as "startedAt", ended_at as "endedAt"`;
const UNIQUE_VIOLATION = '23505';

@Injectable()
export class PgRegisterImports extends RegisterImports {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async begin(record: NewRegisterImport, leaseSeconds: number): Promise<RegisterImport> {
    try {
      await this.work.query(
        `insert into register_import (id, register, source, file_name, file_key, sha256, format, encoding, created_by,
           started_at, lease_until)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + make_interval(secs => $11))`,
        [
          record.id,
          record.register,
          record.source,
          record.fileName,
          record.fileKey,
          record.sha256,
          record.format,
          record.encoding,
          record.createdBy,
          record.startedAt,
          leaseSeconds,
        ],
      );
    } catch (error) {
      if (codeOf(error) !== UNIQUE_VIOLATION) throw error;
      throw await this.refusalOf(record, error);
    }
    return this.get(record.id);
  }

  async get(id: string): Promise<RegisterImport> {
    const [record] = await this.work.query<RegisterImport>(
      `select ${COLUMNS} from register_import where id = $1`,
      [id],
    );
    if (record) return record;
    throw importNotFound(id);
  }

  async list(
    register: RegisterKind | undefined,
    limit: number,
    cursor?: string,
  ): Promise<RegisterImportsPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<RegisterImport>(
      `select ${COLUMNS} from register_import
       where ($1::text is null or register = $1)
         and ($2::timestamptz is null or (started_at, id) < ($2, $3::uuid))
       order by started_at desc, id desc limit $4`,
      [register, after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, ({ startedAt, id }) => [startedAt.toISOString(), id]);
  }

  async saveDelimiter(id: string, delimiter: Delimiter): Promise<void> {
    await this.work.query(`update register_import set delimiter = $2 where id = $1`, [id, delimiter]);
  }

  async renew(id: string, leaseSeconds: number, progress: number, counts: ImportCounts): Promise<boolean> {
    const renewed = await this.work.execute(
      `update register_import set lease_until = now() + make_interval(secs => $2), progress = $3, rows_total = $4,
         rows_accepted = $5, rows_refused = $6
       where id = $1 and state = 'running'`,
      [id, leaseSeconds, progress, counts.rowsTotal, counts.rowsAccepted, counts.rowsRefused],
    );
    return renewed > 0;
  }

  async addRowErrors(id: string, errors: readonly RowError[]): Promise<void> {
    if (errors.length === 0) return;
    await this.work.query(
      `insert into register_row_error (import_id, line, field, code, reason, value)
       select $1, e.line, e.field, e.code, e.reason, e.value
       from jsonb_to_recordset($2::jsonb) as e(line int, field text, code text, reason jsonb, value text)
       on conflict do nothing`,
      [id, JSON.stringify(errors)],
    );
  }

  async rowErrors(id: string, limit: number, cursor?: string): Promise<RowErrorsPage> {
    const after =
      cursor === undefined
        ? []
        : decodeCursor(cursor, CURSOR_PARTS.integer, CURSOR_PARTS.text, CURSOR_PARTS.text);
    const rows = await this.work.query<Omit<RowError, 'value'> & { value: string | null }>(
      `select line, field, code, reason, value from register_row_error
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
    const completed = await this.work.execute(
      `update register_import set state = 'completed', progress = 1, rows_total = $2, rows_accepted = $3,
         rows_refused = $4, warnings = $5, ended_at = $6, lease_until = null
       where id = $1 and state = 'running'`,
      [id, counts.rowsTotal, counts.rowsAccepted, counts.rowsRefused, JSON.stringify(warnings), now],
    );
    return completed > 0;
  }

  async fail(id: string, failure: TableFailure, counts: ImportCounts, now: Date): Promise<void> {
    await this.work.query(
      `update register_import set state = 'failed', failure = $2, rows_total = $3, rows_accepted = 0,
         rows_refused = $4, ended_at = $5, lease_until = null
       where id = $1 and state = 'running'`,
      [id, JSON.stringify(failure), counts.rowsTotal, counts.rowsRefused, now],
    );
  }

  async failInterrupted(failure: TableFailure, now: Date): Promise<readonly string[]> {
    const rows = await this.work.query<{ id: string }>(
      `update register_import set state = 'failed', failure = $1, rows_accepted = 0, ended_at = $2, lease_until = null
       where state = 'running' and lease_until < now() returning id`,
      [JSON.stringify(failure), now],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of the two unique indexes refused: the same file, or another import of the register. */
  private async refusalOf({ register, sha256, source }: NewRegisterImport, error: unknown): Promise<unknown> {
    const [first] = await this.work.query<{ importId: string; importedAt: Date }>(
      `select id as "importId", started_at as "importedAt" from register_import
       where register = $1 and sha256 = $2 and source = 'file' and $3 = 'file' and state in ('running', 'completed')`,
      [register, sha256, source],
    );
    if (first) return sameFile(register, first);
    const [running] = await this.work.query<{ id: string }>(
      `select id from register_import where register = $1 and state = 'running'`,
      [register],
    );
    return running ? importRunning(register, running.id) : error;
  }
}
