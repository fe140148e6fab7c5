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
  type PerformanceCase,
  type PerformanceCaseFilter,
  PerformanceCases,
} from '../cases/performance-cases.port';
import type { Page } from '../items/performance-items.port';

const COLUMNS = `c.id, c.work, c.account_id as "accountId", s.staff_number as "staffNumber", c.received_at as "receivedAt",
  c.handled_at as "handledAt", c.excluded_reason as "excludedReason", c.excluded_evidence as "excludedEvidence",
  c.excluded_by as "excludedBy"`;
const CASES = 'performance_case c left join staff s on s.account_id::text = c.account_id';

@Injectable()
export class PgPerformanceCases extends PerformanceCases {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async list(filter: PerformanceCaseFilter, limit: number, cursor?: string): Promise<Page<PerformanceCase>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const { staffNumber, received, overdue, withinGroups } = filter;
    const rows = await this.work.query<Nullable<PerformanceCase>>(
      `select ${COLUMNS} from ${CASES}
       where ($1::text is null or s.staff_number = $1) and ($2::timestamptz is null or c.received_at >= $2)
         and ($3::timestamptz is null or c.received_at < $3)
         and ($4::boolean is null or
           (extract(epoch from coalesce(c.handled_at, $6) - c.received_at) > $5::float8 * 60) = $4)
         and ($7::text[] is null or s.group_code = any ($7))
         and ($8::timestamptz is null or (c.received_at, c.id) < ($8, $9::uuid))
       order by c.received_at desc, c.id desc limit $10`,
      [
        staffNumber,
        received?.from,
        received?.before,
        overdue?.is,
        overdue?.minutes ?? 0,
        overdue?.now ?? new Date(0),
        withinGroups,
        after[0],
        after[1],
        limit + 1,
      ],
    );
    const items = rows.map((row) => withoutNulls<PerformanceCase>(row));
    return pageOf(items, limit, ({ receivedAt, id }) => [receivedAt.toISOString(), id]);
  }

  async lock(id: string): Promise<PerformanceCase | undefined> {
    const [row] = await this.work.query<Nullable<PerformanceCase>>(
      `select ${COLUMNS} from ${CASES} where c.id = $1 for update of c`,
      [id],
    );
    return row && withoutNulls(row);
  }

  async exclude(id: string, reason: string, evidence: string, by: string, at: Date): Promise<void> {
    await this.work.execute(
      `update performance_case set excluded_reason = $2, excluded_evidence = $3, excluded_by = $4, excluded_at = $5 where id = $1`,
      [id, reason, evidence, by, at],
    );
  }
}
