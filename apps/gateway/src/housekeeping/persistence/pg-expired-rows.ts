import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { ExpiredRows } from '../expired-rows.port';

@Injectable()
export class PgExpiredRows extends ExpiredRows {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async sweep(now: Date): Promise<void> {
    await this.work.execute('delete from idempotency_key where expires_at <= $1', [now]);
    await this.work.execute(
      `delete from sign_in_failure where last_at < $1::timestamptz - interval '1 day'
         and coalesce(locked_until, last_at) < $1`,
      [now],
    );
    await this.work.execute(`delete from session where expires_at < $1::timestamptz - interval '30 days'`, [
      now,
    ]);
  }
}
