import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { CustomerCalls, type Notice, type PageOf, type Rating } from '../customer-calls.port';

/** Reads tables of other features of this service; they are changed through those alone. */
@Injectable()
export class PgCustomerCalls extends CustomerCalls {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async notices(accountNo: string, limit: number, cursor?: string): Promise<PageOf<Notice>> {
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.integer);
    const rows = await this.work.query<Nullable<Notice>>(
      `select c.id::text as "contactId", c.batch_id as "batchId", b.kind, c.period, c.state, c.disposition,
         c.disposition_reason as "dispositionReason", c.disposed_at as "disposedAt",
         c.counted_attempts as "countedAttempts", b.created_at as "createdAt"
       from contact c join batch b on b.id = c.batch_id
       where c.account_no = $1 and ($2::bigint is null or c.id < $2)
       order by c.id desc limit $3`,
      [accountNo, before, limit + 1],
    );
    return pageOf(
      rows.map((row) => withoutNulls<Notice>(row)),
      limit,
      ({ contactId }) => [contactId],
    );
  }

  async ratings(accountNo: string, limit: number, cursor?: string): Promise<PageOf<Rating>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.text);
    const rows = await this.work.query<Nullable<Rating>>(
      `select r.call_id as "callId", r.rated_at as "ratedAt", r.csat, r.solved, r.nps, r.matter, r.queue
       from inbound_calls i join call_ratings r on r.call_id = i.call_id
       where i.account_no = $1
         and ($2::timestamptz is null or (date_trunc('milliseconds', r.rated_at), r.call_id) < ($2, $3::text))
       order by date_trunc('milliseconds', r.rated_at) desc, r.call_id desc limit $4`,
      [accountNo, after[0], after[1], limit + 1],
    );
    return pageOf(
      rows.map((row) => withoutNulls<Rating>(row)),
      limit,
      ({ ratedAt, callId }) => [ratedAt.toISOString(), callId],
    );
  }
}
