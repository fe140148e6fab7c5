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
  type Page,
  type PerformanceItem,
  type PerformanceItemFilter,
  PerformanceItems,
} from '../items/performance-items.port';

const COLUMNS = `id, staff_number as "staffNumber", month, kind, category, points, text, evidence, incident,
  recorded_by as "recordedBy", recorded_at as "recordedAt", cancelled_by as "cancelledBy", cancelled_at as "cancelledAt",
  cancelled_reason as "cancelledReason"`;

@Injectable()
export class PgPerformanceItems extends PerformanceItems {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(item: PerformanceItem): Promise<void> {
    await this.work.execute(
      `insert into performance_item (id, staff_number, month, kind, category, points, text, evidence, incident, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        item.id,
        item.staffNumber,
        item.month,
        item.kind,
        item.category,
        item.points,
        item.text,
        JSON.stringify(item.evidence),
        item.incident,
        item.recordedBy,
        item.recordedAt,
      ],
    );
  }

  async lock(id: string): Promise<PerformanceItem | undefined> {
    const [row] = await this.work.query<Nullable<PerformanceItem>>(
      `select ${COLUMNS} from performance_item where id = $1 for update`,
      [id],
    );
    return row && withoutNulls(row);
  }

  async cancel(id: string, by: string, at: Date, reason: string): Promise<void> {
    await this.work.execute(
      'update performance_item set cancelled_by = $2, cancelled_at = $3, cancelled_reason = $4 where id = $1',
      [id, by, at, reason],
    );
  }

  async ofMonth(staffNumbers: readonly string[], month: string): Promise<readonly PerformanceItem[]> {
    const rows = await this.work.query<Nullable<PerformanceItem>>(
      `select ${COLUMNS} from performance_item
       where month = $1 and staff_number = any ($2::text[]) and cancelled_at is null order by recorded_at, id`,
      [month, staffNumbers],
    );
    return rows.map((row) => withoutNulls<PerformanceItem>(row));
  }

  async list(filter: PerformanceItemFilter, limit: number, cursor?: string): Promise<Page<PerformanceItem>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<PerformanceItem>>(
      `select ${COLUMNS} from performance_item i
       where ($1::text is null or staff_number = $1) and ($2::text is null or month = $2) and ($3::text is null or kind = $3)
         and ($4::boolean or cancelled_at is null)
         and ($5::text[] is null or exists (
           select 1 from staff s where s.staff_number = i.staff_number and s.group_code = any ($5)))
         and ($6::timestamptz is null or (recorded_at, id) < ($6, $7::uuid))
       order by recorded_at desc, id desc limit $8`,
      [
        filter.staffNumber,
        filter.month,
        filter.kind,
        filter.cancelled ?? false,
        filter.withinGroups,
        after[0],
        after[1],
        limit + 1,
      ],
    );
    const items = rows.map((row) => withoutNulls<PerformanceItem>(row));
    return pageOf(items, limit, ({ recordedAt, id }) => [recordedAt.toISOString(), id]);
  }
}
