import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  type RowError,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../../page';
import { type TrainingImport, TrainingImports } from '../training-imports.port';

@Injectable()
export class PgTrainingImports extends TrainingImports {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(made: TrainingImport, errors: readonly RowError[]): Promise<void> {
    await this.work.execute(
      `insert into training_import (id, kind, file_name, sha256, rows_total, rows_added, rows_changed, rows_unchanged,
         rows_refused, warnings, made_at, made_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        made.importId,
        made.kind,
        made.fileName,
        made.sha256,
        made.rowsTotal,
        made.rowsAdded,
        made.rowsChanged,
        made.rowsUnchanged,
        made.rowsRefused,
        JSON.stringify(made.warnings),
        made.madeAt,
        made.madeBy,
      ],
    );
    await this.work.execute(
      `insert into training_import_error (import_id, place, line, field, code, reason, value)
       select $1, place, line, field, code, reason, value from jsonb_to_recordset($2::jsonb) as given (place integer,
         line integer, field text, code text, reason jsonb, value text)`,
      [made.importId, JSON.stringify(errors.map((error, place) => ({ place, ...error })))],
    );
  }

  async find(importId: string): Promise<TrainingImport | undefined> {
    const [row] = await this.work.query<Nullable<TrainingImport>>(
      `select id as "importId", kind, file_name as "fileName", sha256, rows_total as "rowsTotal", rows_added as "rowsAdded",
              rows_changed as "rowsChanged", rows_unchanged as "rowsUnchanged", rows_refused as "rowsRefused", warnings,
              made_at as "madeAt", made_by as "madeBy"
         from training_import where id = $1`,
      [importId],
    );
    return row && withoutNulls<TrainingImport>(row);
  }

  async errors(importId: string, limit: number, cursor?: string): Promise<Page<RowError>> {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.integer);
    const rows = await this.work.query<Nullable<RowError> & { readonly place: number }>(
      `select place, line, field, code, reason, value from training_import_error
        where import_id = $1 and ($2::integer is null or place > $2) order by place limit $3`,
      [importId, after, limit + 1],
    );
    const { items, ...page } = pageOf(rows, limit, ({ place }) => [String(place)]);
    return { ...page, items: items.map(({ place: _, ...row }) => withoutNulls<RowError>(row)) };
  }
}
