import { Injectable } from '@nestjs/common';
import type { ValueTier } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { LostCallers, type LostCallerRow } from '../tell-missed-calls/lost-callers.port';

/** For so long it is tried to learn whose call it was that the menus never saw. */
const UNTIL_IDENTIFIED = '2 hours';
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
         i.call_id is not null as "metMenus",
         exists (select 1 from queue_calls o where o.call_id = q.call_id and (o.outcome = 'call-back'
                 or o.outcome = 'answered' and not (o.transferred and o.entered_at < q.entered_at))) as "servedElsewhere"
       from queue_calls q left join inbound_calls i on i.call_id = q.call_id
       where q.missed_told_at is null and q.left_at >= $2
         and (i.call_id is not null or q.value_tier is not null or q.left_at < now() - interval '${UNTIL_IDENTIFIED}')
         and (q.outcome = 'abandoned'
           or q.outcome is null and q.connected_at is null and q.updated_at < now() - interval '${UNTIL_LOGGED}'
           or q.outcome in ('timeout', 'full', 'empty', 'unavailable')
             and (i.call_id is null or i.phase = 'ended' and i.orders = 0))
       order by q.left_at limit $1 for update of q skip locked`,
      [limit, since],
    );
  }

  unidentified(limit: number, since: Date): Promise<readonly { id: string; callId: string }[]> {
    return this.unitOfWork.query<{ id: string; callId: string }>(
      `select q.id::text, q.call_id as "callId" from queue_calls q
       where q.missed_told_at is null and q.left_at >= $2 and q.value_tier is null and coalesce(q.outcome, '') not in ('answered', 'call-back')
         and not exists (select from inbound_calls i where i.call_id = q.call_id)
       order by q.left_at limit $1`,
      [limit, since],
    );
  }

  async identified(id: string, valueTier: ValueTier): Promise<void> {
    await this.unitOfWork.query(
      `update queue_calls set value_tier = $2, list_flag = coalesce(list_flag, 'normal') where id = $1`,
      [id, valueTier],
    );
  }

  async decided(ids: readonly string[], now: Date): Promise<void> {
    await this.unitOfWork.query('update queue_calls set missed_told_at = $2 where id = any ($1::bigint[])', [
      ids,
      now,
    ]);
  }
}
