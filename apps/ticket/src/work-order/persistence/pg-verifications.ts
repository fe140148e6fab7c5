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
  type Verification,
  type VerificationFilter,
  Verifications,
} from '../verification/verifications.port';

import { withinScope } from './within-scope';

const COLUMNS = `verification, number, inspector, matter, status, due_at as "dueAt", finding,
  sent_back_reason as "sentBackReason", requested_at as "requestedAt", updated_at as "updatedAt"`;

@Injectable()
export class PgVerifications extends Verifications {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(verification: string): Promise<Verification | undefined> {
    const [row] = await this.work.query<Nullable<Verification>>(
      `select ${COLUMNS} from site_verification where verification = $1`,
      [verification],
    );
    return row && withoutNulls<Verification>(row);
  }

  async put(row: Verification): Promise<void> {
    await this.work.execute(
      `insert into site_verification (verification, number, inspector, matter, status, due_at, finding,
         sent_back_reason, requested_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (verification) do update set status = $5, finding = $7, sent_back_reason = $8, updated_at = $10`,
      [
        row.verification,
        row.number,
        row.inspector,
        row.matter,
        row.status,
        row.dueAt,
        row.finding,
        row.sentBackReason,
        row.requestedAt,
        row.updatedAt,
      ],
    );
  }

  async list(filter: VerificationFilter, limit: number, cursor?: string) {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<Verification>>(
      `select ${COLUMNS} from site_verification
       where ($1::text is null or inspector = $1) and ($2::text is null or status = $2)
         and ($3::text is null or number = $3)
         and ($4::timestamptz is null or (requested_at, verification) < ($4, $5::uuid))
         and ${withinScope('site_verification.number', '$7')}
       order by requested_at desc, verification desc limit $6`,
      [
        filter.inspector,
        filter.status,
        filter.number,
        after[0],
        after[1],
        limit + 1,
        filter.within && [...filter.within],
      ],
    );
    const items = rows.map((row) => withoutNulls<Verification>(row));
    return pageOf(items, limit, (row) => [row.requestedAt.toISOString(), row.verification]);
  }
}
