import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type MaintenanceDocument,
  MaintenanceDocuments,
  type MaintenanceFilter,
} from '../maintenance/maintenance-documents.port';

const COLUMNS = `id, reference, kind, title, approved_by as "approvedBy", approved_at as "approvedAt",
  area_codes as "areaCodes", starts_at as "startsAt", ends_at as "endsAt", file_key as "fileKey",
  received_at as "receivedAt", due_at as "dueAt", registered_by as "registeredBy"`;

@Injectable()
export class PgMaintenanceDocuments extends MaintenanceDocuments {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(document: MaintenanceDocument): Promise<boolean> {
    const { id, reference, kind, title, approvedBy, approvedAt, areaCodes } = document;
    const added = await this.work.execute(
      `insert into maintenance_document (id, reference, kind, title, approved_by, approved_at, area_codes, starts_at,
         ends_at, file_key, received_at, due_at, registered_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (reference) do nothing`,
      [
        id,
        reference,
        kind,
        title,
        approvedBy,
        approvedAt,
        areaCodes,
        document.startsAt,
        document.endsAt,
        document.fileKey,
        document.receivedAt,
        document.dueAt,
        document.registeredBy,
      ],
    );
    return added > 0;
  }

  find(id: string): Promise<MaintenanceDocument | undefined> {
    return this.one('id = $1', id);
  }

  findByReference(reference: string): Promise<MaintenanceDocument | undefined> {
    return this.one('reference = $1', reference);
  }

  async list(
    filter: MaintenanceFilter,
    limit: number,
    cursor?: string,
  ): Promise<{ readonly items: readonly MaintenanceDocument[]; readonly nextCursor?: string }> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<MaintenanceDocument>>(
      `select ${COLUMNS} from maintenance_document
       where ($1::text is null or kind = $1) and ($2::boolean is null or (received_at >= due_at) = $2)
         and ($3::timestamptz is null or approved_at >= $3) and ($4::timestamptz is null or approved_at < $4)
         and ($5::timestamptz is null or (approved_at, id) < ($5, $6::uuid))
       order by approved_at desc, id desc limit $7`,
      [filter.kind, filter.late, filter.approvedFrom, filter.approvedBefore, after[0], after[1], limit + 1],
    );
    const documents = rows.map((row) => withoutNulls<MaintenanceDocument>(row));
    return pageOf(documents, limit, ({ approvedAt, id }) => [approvedAt.toISOString(), id]);
  }

  private async one(where: string, value: string): Promise<MaintenanceDocument | undefined> {
    const [row] = await this.work.query<Nullable<MaintenanceDocument>>(
      `select ${COLUMNS} from maintenance_document where ${where}`,
      [value],
    );
    return row && withoutNulls<MaintenanceDocument>(row);
  }
}
