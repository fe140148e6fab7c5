import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { type HarassmentEntry, type HarassmentFilter, HarassmentLog } from '../harassment.port';

const COLUMNS = `entry_id as "entryId", reference, at, call_id as "callId", phone, text, warned, hung_up as "hungUp",
  reported_to as "reportedTo", recorded_by as "recordedBy", recorded_at as "recordedAt"`;

@Injectable()
export class PgHarassmentLog extends HarassmentLog {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(entry: HarassmentEntry): Promise<HarassmentEntry> {
    await this.work.execute(
      `insert into harassment_entry (entry_id, reference, at, call_id, phone, text, warned, hung_up, reported_to,
         recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (reference) do nothing`,
      [
        ...[entry.entryId, entry.reference, entry.at, entry.callId, entry.phone, entry.text, entry.warned],
        ...[entry.hungUp, entry.reportedTo, entry.recordedBy, entry.recordedAt],
      ],
    );
    const [row] = await this.work.query<Nullable<HarassmentEntry>>(
      `select ${COLUMNS} from harassment_entry where reference = $1`,
      [entry.reference],
    );
    if (!row) throw new Error(`harassment entry ${entry.reference} is neither new nor known`);
    return withoutNulls<HarassmentEntry>(row);
  }

  async list(filter: HarassmentFilter, limit: number, cursor?: string) {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<HarassmentEntry>>(
      `select ${COLUMNS} from harassment_entry
       where ($1::text is null or phone = $1) and ($2::timestamptz is null or at >= $2)
         and ($3::timestamptz is null or at < $3)
         and ($4::timestamptz is null or (at, entry_id) < ($4, $5::uuid))
       order by at desc, entry_id desc limit $6`,
      [filter.phone, filter.from, filter.before, after[0], after[1], limit + 1],
    );
    const items = rows.map((row) => withoutNulls<HarassmentEntry>(row));
    return pageOf(items, limit, ({ at, entryId }) => [at.toISOString(), entryId]);
  }
}
