import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { LostCallers, type LostCallerRow } from '../tell-missed-calls/lost-callers.port';

/** For so long the PBX's own log may still tell how a stay ended that was ended unseen. */
const UNTIL_LOGGED = '10 minutes';

@Injectable()
export class PgLostCallers extends LostCallers {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  take(limit: number, since: Date): Promise<readonly LostCallerRow[]> {
    return this.unitOfWork.query<LostCallerRow>(
      `select q.id::text, q.call_id as "callId", q.queue, q.outcome, coalesce(q.value_tier, i.value_tier) as "valueTier",
         coalesce(q.list_flag, i.list_flag) as "listFlag", q.entered_at as "enteredAt", q.left_at as "leftAt",
         case when i.anonymous then null else i.from_number end as phone, i.account_no as "accountNo",
         exists (select 1 from queue_calls o where o.call_id = q.call_id and (o.outcome = 'call-back'
                 or o.outcome = 'answered' and not (o.transferred and o.entered_at < q.entered_at))) as "servedElsewhere"
       from queue_calls q left join inbound_calls i on i.call_id = q.call_id
       where q.missed_told_at is null and q.left_at >= $2
         and (q.outcome = 'abandoned'
           or q.outcome is null and q.connected_at is null and q.updated_at < now() - interval '${UNTIL_LOGGED}'
           or q.outcome in ('timeout', 'full', 'empty', 'unavailable') and i.phase = 'ended' and i.orders = 0)
       order by q.left_at limit $1 for update of q skip locked`,
      [limit, since],
    );
  }

  async decided(ids: readonly string[], now: Date): Promise<void> {
    await this.unitOfWork.query('update queue_calls set missed_told_at = $2 where id = any ($1::bigint[])', [
      ids,
      now,
    ]);
  }
}
