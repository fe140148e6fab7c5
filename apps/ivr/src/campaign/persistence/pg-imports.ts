import { Injectable } from '@nestjs/common';
import { BATCH_ERRORS } from '@switchyard/contracts';
import { codeOf, type Delimiter, DomainError, type RowError, UnitOfWork } from '@switchyard/platform';
import { importRunning, sameFile } from '../import-contacts/import-errors';
import type {
  Failure,
  ImportCounts,
  ImportRecord,
  NewImport,
  Warning,
} from '../import-contacts/import-record';
import { type ContactRange, Imports } from '../import-contacts/imports.port';

const COLUMNS = `id, batch_id as "batchId", kind, source, file_name as "fileName", file_key as "fileKey", sha256, format,
  encoding, delimiter, state, progress, rows_total as "rowsTotal", rows_accepted as "rowsAccepted",
  rows_refused as "rowsRefused", warnings, failure, created_by as "createdBy", started_at as "startedAt",
  ended_at as "endedAt"`;
const UNIQUE_VIOLATION = '23505';

@Injectable()
export class PgImports extends Imports {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async begin(record: NewImport, leaseSeconds: number): Promise<ImportRecord> {
    try {
      await this.unitOfWork.query(
        `insert into import (id, batch_id, kind, source, file_name, file_key, sha256, format, encoding, created_by,
           started_at, lease_until)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now() + make_interval(secs => $12))`,
        [
          record.id,
          record.batchId,
          record.kind,
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

  async get(id: string): Promise<ImportRecord> {
    const [record] = await this.unitOfWork.query<ImportRecord>(
      `select ${COLUMNS} from import where id = $1`,
      [id],
    );
    if (record) return record;
    throw new DomainError(BATCH_ERRORS.importNotFound, `There is no import ${id}.`, { importId: id });
  }

  listOf(batchId: string, limit: number): Promise<readonly ImportRecord[]> {
    return this.unitOfWork.query<ImportRecord>(
      `select ${COLUMNS} from import where batch_id = $1 order by started_at desc, id limit $2`,
      [batchId, limit],
    );
  }

  async running(batchId: string): Promise<string | undefined> {
    const [row] = await this.unitOfWork.query<{ id: string }>(
      `select id from import where batch_id = $1 and state = 'running'`,
      [batchId],
    );
    return row?.id;
  }

  async saveDelimiter(id: string, delimiter: Delimiter): Promise<void> {
    await this.unitOfWork.query(`update import set delimiter = $2 where id = $1`, [id, delimiter]);
  }

  async renew(id: string, leaseSeconds: number, progress: number, counts: ImportCounts): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `update import set lease_until = now() + make_interval(secs => $2), progress = $3, rows_total = $4,
         rows_accepted = $5, rows_refused = $6
       where id = $1 and state = 'running' returning id`,
      [id, leaseSeconds, progress, counts.rowsTotal, counts.rowsAccepted, counts.rowsRefused],
    );
    return rows.length > 0;
  }

  async addRowErrors(id: string, errors: readonly RowError[]): Promise<void> {
    if (errors.length === 0) return;
    await this.unitOfWork.query(
      `insert into import_row_error (import_id, line, field, code, reason, value)
       select $1, e.line, e.field, e.code, e.reason, e.value
       from jsonb_to_recordset($2::jsonb) as e(line int, field text, code text, reason jsonb, value text)
       on conflict do nothing`,
      [id, JSON.stringify(errors)],
    );
  }

  rowErrors(
    id: string,
    limit: number,
    after?: { readonly line: number; readonly field: string; readonly code: string },
  ): Promise<readonly RowError[]> {
    return this.unitOfWork
      .query<Omit<RowError, 'value'> & { value: string | null }>(
        `select line, field, code, reason, value from import_row_error
         where import_id = $1 and ($2::int is null or (line, field, code) > ($2, $3, $4))
         order by line, field, code limit $5`,
        [id, after?.line, after?.field, after?.code, limit + 1],
      )
      .then((rows) => rows.map((row) => ({ ...row, value: row.value ?? undefined })));
  }

  async complete(
    id: string,
    counts: ImportCounts,
    warnings: readonly Warning[],
    contacts: ContactRange | undefined,
    now: Date,
  ): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `update import set state = 'completed', progress = 1, rows_total = $2, rows_accepted = $3, rows_refused = $4,
         warnings = $5, first_contact_id = $6, last_contact_id = $7, ended_at = $8, lease_until = null
       where id = $1 and state = 'running' returning id`,
      [
        id,
        counts.rowsTotal,
        counts.rowsAccepted,
        counts.rowsRefused,
        JSON.stringify(warnings),
        contacts?.first,
        contacts?.last,
        now,
      ],
    );
    return rows.length > 0;
  }

  async fail(id: string, failure: Failure, counts: ImportCounts, now: Date): Promise<void> {
    await this.unitOfWork.query(
      `update import set state = 'failed', failure = $2, rows_total = $3, rows_accepted = 0, rows_refused = $4,
         ended_at = $5, lease_until = null
       where id = $1 and state = 'running'`,
      [id, JSON.stringify(failure), counts.rowsTotal, counts.rowsRefused, now],
    );
  }

  async failInterrupted(failure: Failure, now: Date): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `update import set state = 'failed', failure = $1, rows_accepted = 0, ended_at = $2, lease_until = null
       where state = 'running' and lease_until < now() returning id`,
      [JSON.stringify(failure), now],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of the two unique indexes refused: the same file, or another import of the batch. */
  private async refusalOf(record: NewImport, error: unknown): Promise<unknown> {
    const [first] = await this.unitOfWork.query<{ batchId: string; importId: string; importedAt: Date }>(
      `select batch_id as "batchId", id as "importId", started_at as "importedAt" from import
       where kind = $1 and sha256 = $2 and state in ('running', 'completed')`,
      [record.kind, record.sha256],
    );
    if (first) return sameFile(first);
    const running = await this.running(record.batchId);
    return running ? importRunning(record.batchId, running) : error;
  }
}
