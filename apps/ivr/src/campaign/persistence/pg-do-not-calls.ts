import { Injectable } from '@nestjs/common';
import type { BatchKind } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { type DoNotCall, type DoNotCallFilter, DoNotCalls } from '../do-not-call/do-not-calls.port';

const COLUMNS = `id, number, kind, reason, source, created_by as "createdBy", created_at as "createdAt",
  removed_by as "removedBy", removed_at as "removedAt"`;

@Injectable()
export class PgDoNotCalls extends DoNotCalls {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async add(entry: DoNotCall): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `insert into do_not_call (id, number, kind, reason, source, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (number, coalesce(kind, '')) where removed_at is null do nothing returning id`,
      [entry.id, entry.number, entry.kind, entry.reason, entry.source, entry.createdBy, entry.createdAt],
    );
    return rows.length > 0;
  }

  async find(number: string, kind: BatchKind | null): Promise<DoNotCall | undefined> {
    const [row] = await this.unitOfWork.query<DoNotCall>(
      `select ${COLUMNS} from do_not_call where number = $1 and coalesce(kind, '') = coalesce($2, '') and removed_at is null`,
      [number, kind],
    );
    return row;
  }

  async remove(id: string, removedBy: string, now: Date): Promise<DoNotCall | undefined> {
    const [row] = await this.unitOfWork.query<DoNotCall>(
      `update do_not_call set removed_by = $2, removed_at = $3 where id = $1 and removed_at is null returning ${COLUMNS}`,
      [id, removedBy, now],
    );
    return row;
  }

  list(filter: DoNotCallFilter): Promise<readonly (DoNotCall & { createdKey: string })[]> {
    return this.unitOfWork.query<DoNotCall & { createdKey: string }>(
      `select ${COLUMNS}, to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdKey"
       from do_not_call
       where ($1::text is null or number = $1) and ($2 or removed_at is null)
         and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
       order by created_at desc, id desc limit $5`,
      [filter.number, filter.removed, filter.after?.createdAt, filter.after?.id, filter.limit + 1],
    );
  }
}
