import { Injectable } from '@nestjs/common';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { type HarassmentEntry, type HarassmentFilter, HarassmentLog } from '../harassment.port';
import { newestFirst } from './newest-first';

const COLUMNS = `entry_id as "entryId", reference, at, call_id as "callId", phone, text, warned, hung_up as "hungUp",
  reported_to as "reportedTo", recorded_by as "recordedBy", recorded_at as "recordedAt"`;

const LOG = {
  table: 'harassment_entry',
  columns: COLUMNS,
  filter: 'phone',
  time: ['at', ({ at }: HarassmentEntry) => at],
  id: ['entry_id', ({ entryId }: HarassmentEntry) => entryId],
} as const;

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
        entry.entryId,
        entry.reference,
        entry.at,
        entry.callId,
        entry.phone,
        entry.text,
        entry.warned,
        entry.hungUp,
        entry.reportedTo,
        entry.recordedBy,
        entry.recordedAt,
      ],
    );
    const [row] = await this.work.query<Nullable<HarassmentEntry>>(
      `select ${COLUMNS} from harassment_entry where reference = $1`,
      [entry.reference],
    );
    if (!row) throw new Error(`harassment entry ${entry.reference} is neither new nor known`);
    return withoutNulls<HarassmentEntry>(row);
  }

  list({ phone, from, before }: HarassmentFilter, limit: number, cursor?: string) {
    return newestFirst(this.work, LOG, { value: phone, from, before }, limit, cursor);
  }
}
