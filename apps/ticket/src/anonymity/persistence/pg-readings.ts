import { Injectable } from '@nestjs/common';
import type { IdentityReadingState } from '@switchyard/contracts';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { Readings, type Reading, type ReadingFilter, type ReadingsPage } from '../readings.port';

const COLUMNS = `id as "requestId", number, state, reason, requested_by as "requestedBy",
  requested_at as "requestedAt", until, decided_by as "decidedBy", decided_at as "decidedAt",
  decision_reason as "decisionReason", read_at as "readAt"`;

type Row = Nullable<Reading>;

@Injectable()
export class PgReadings extends Readings {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(reading: Reading, now: Date): Promise<boolean> {
    const { requestId, number, state, reason, requestedBy, requestedAt, until } = reading;
    // What has ended by its time makes room for the next request.
    await this.work.query(
      `update identity_reading set live = false where number = $1 and requested_by = $2 and live and until <= $3`,
      [number, requestedBy, now],
    );
    const added = await this.work.execute(
      `insert into identity_reading (id, number, state, reason, requested_by, requested_at, until, live)
       values ($1, $2, $3, $4, $5, $6, $7, true) on conflict (number, requested_by) where live do nothing`,
      [requestId, number, state, reason, requestedBy, requestedAt, until],
    );
    return added > 0;
  }

  async lock(requestId: string): Promise<Reading | undefined> {
    const [row] = await this.work.query<Row>(
      `select ${COLUMNS} from identity_reading where id = $1 for update`,
      [requestId],
    );
    return row && toReading(row);
  }

  async save(reading: Reading): Promise<void> {
    const { requestId, state, until, decidedBy, decidedAt, decisionReason, readAt } = reading;
    await this.work.query(
      `update identity_reading set state = $2, until = $3, decided_by = $4, decided_at = $5, decision_reason = $6,
         read_at = $7, live = $2 in ('pending', 'approved')
       where id = $1`,
      [requestId, state, until, decidedBy, decidedAt, decisionReason, readAt],
    );
  }

  async list(
    { number, state }: ReadingFilter,
    now: Date,
    limit: number,
    cursor?: string,
  ): Promise<ReadingsPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Row>(
      `select ${COLUMNS} from identity_reading
       where ($1::text is null or number = $1) and $2::timestamptz is not null
         and ($3::timestamptz is null or (requested_at, id) < ($3, $4::uuid)) ${state ? `and ${IN_STATE[state]}` : ''}
       order by requested_at desc, id desc limit $5`,
      [number, now, after[0], after[1], limit + 1],
    );
    return pageOf(rows.map(toReading), limit, ({ requestedAt, requestId }) => [
      requestedAt.toISOString(),
      requestId,
    ]);
  }
}

/** $2 is now. */
const IN_STATE: Readonly<Record<IdentityReadingState, string>> = {
  pending: `state = 'pending' and until > $2`,
  approved: `state = 'approved' and until > $2`,
  refused: `state = 'refused'`,
  withdrawn: `state = 'withdrawn'`,
  read: `state = 'read'`,
  expired: `state in ('pending', 'approved') and until <= $2`,
};

function toReading(row: Row): Reading {
  return withoutNulls<Reading>(row);
}
