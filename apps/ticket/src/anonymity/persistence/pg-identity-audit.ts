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
  IdentityAudit,
  type IdentityAuditEntry,
  type IdentityAuditFilter,
  type IdentityAuditPageOf,
} from '../audit/identity-audit.port';

type Row = Nullable<IdentityAuditEntry> & { readonly id: string };

@Injectable()
export class PgIdentityAudit extends IdentityAudit {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add({
    at,
    action,
    actor,
    number,
    requestId,
    reason,
    correlationId,
  }: IdentityAuditEntry): Promise<void> {
    await this.work.query(
      `insert into identity_audit (at, action, actor, number, request_id, reason, correlation_id)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [at, action, actor, number, requestId, reason, correlationId],
    );
  }

  async list(filter: IdentityAuditFilter, limit: number, cursor?: string): Promise<IdentityAuditPageOf> {
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.integer);
    const rows = await this.work.query<Row>(
      `select id, at, action, actor, number, request_id as "requestId", reason, correlation_id as "correlationId"
       from identity_audit
       where ($1::text is null or number = $1 or request_id in (select id from identity_reading where number = $1))
         and ($2::text is null or actor = $2) and ($3::text is null or action = $3)
         and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at < $5)
         and ($6::bigint is null or id < $6)
       order by id desc limit $7`,
      [filter.number, filter.actor, filter.action, filter.from, filter.to, before, limit + 1],
    );
    const page = pageOf(rows, limit, ({ id }) => [id]);
    return { ...page, items: page.items.map(toEntry) };
  }
}

function toEntry({ id: _id, ...row }: Row): IdentityAuditEntry {
  return withoutNulls<IdentityAuditEntry>(row);
}
