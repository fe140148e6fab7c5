import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type CallRow, CallsOnScreen } from '../get-desk/calls-on-screen.port';

@Injectable()
export class PgCallsOnScreen extends CallsOnScreen {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async find(callId: string): Promise<CallRow> {
    const [row] = await this.unitOfWork.query<CallRow>(
      `select c.id as "callId", q.queue, q.entered_at as "enteredAt", q.connected_at as "connectedAt",
         q.ring_seconds as "ringSeconds", case when i.anonymous then null else i.from_number end as phone,
         coalesce(i.anonymous, false) as anonymous, i.account_no as "accountNo", i.identified_by as "identifiedBy",
         i.value_tier as "valueTier", i.list_flag as "listFlag", i.important, i.language,
         coalesce(i.asked, '[]') as asked
       from (values ($1::text)) as c(id)
       left join inbound_calls i on i.call_id = c.id
       left join lateral (select * from queue_calls where call_id = c.id and not taken_over order by entered_at desc limit 1) q on true`,
      [callId],
    );
    // One row comes out whatever is known.
    if (!row) throw new Error(`no row for call ${callId}`);
    return row;
  }
}
