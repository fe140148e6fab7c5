import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { Placements, type StartedNotice } from '../place-calls/placements.port';

@Injectable()
export class PgPlacements extends Placements {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async confirm(
    holder: string,
    marginSeconds: number,
    calls: readonly { readonly id: string; readonly paymentsSeen: number }[],
  ): Promise<ReadonlySet<string>> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `update call c set state = 'dialling', originated_at = now()
       from jsonb_to_recordset($1::jsonb) as e(id text, "paymentsSeen" integer), batch b
       where c.id = e.id and c.state = 'claimed' and c.holder = $2
         and c.lease_until > now() + $3 * interval '1 second'
         and b.id = c.batch_id and b.state = 'running'
         and not exists (
           select 1 from do_not_call d
           where d.number = c.number and d.removed_at is null and (d.kind is null or d.kind = b.kind))
         and e."paymentsSeen" = (
           select count(*) from payment p
           where p.paid_at >= coalesce(b.data_as_of, b.handed_in_at, b.created_at) and p.account_no in (
             select k.account_no from attempt a join contact k on k.id = a.contact_id where a.call_id = c.id))
       returning c.id`,
      [JSON.stringify(calls), holder, marginSeconds],
    );
    return new Set(rows.map((row) => row.id));
  }

  async withdraw(callIds: readonly string[], reason: string, delaySeconds: number): Promise<void> {
    if (callIds.length === 0) return;
    await this.unitOfWork.inTransaction(async () => {
      await this.unitOfWork.query(
        `with freed as (
           delete from attempt a using call c
           where c.id = any($1::text[]) and c.state = 'claimed' and a.call_id = c.id
           returning a.contact_id)
         update contact k set state = 'waiting', wait_reason = $2, due_at = now() + $3 * interval '1 second'
         from freed where k.id = freed.contact_id and k.state = 'calling'`,
        [callIds, reason, delaySeconds],
      );
      await this.unitOfWork.query(`delete from call where id = any($1::text[]) and state = 'claimed'`, [
        callIds,
      ]);
    });
  }

  async noticesStarted(calls: readonly StartedNotice[]): Promise<void> {
    await this.unitOfWork.query(
      `update call c set state = 'answered', answered_at = s."answeredAt", notice_started_at = s."startedAt"
       from jsonb_to_recordset($1::jsonb) as s(id text, "answeredAt" timestamptz, "startedAt" timestamptz)
       where c.id = s.id and c.state in ('dialling', 'answered')`,
      [JSON.stringify(calls)],
    );
  }
}
