import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import {
  BatchSweeps,
  type FinishedBatch,
  type OverdueContact,
  type WaitingContact,
} from '../sweep-batches/batch-sweeps.port';

@Injectable()
export class PgBatchSweeps extends BatchSweeps {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  overdue(now: Date, limit: number): Promise<readonly OverdueContact[]> {
    return this.unitOfWork.query<OverdueContact>(
      `select k.id as "contactId", case when b.state = 'stopped' then 'stopped' else 'deadline' end as why
       from batch b join contact k on k.batch_id = b.id and k.state = 'waiting'
       where (b.state = 'stopped' and b.ended_at is null)
          or (b.state in ('running', 'paused') and b.deadline_at <= $1)
       limit $2 for update of k skip locked`,
      [now, limit],
    );
  }

  async finish(now: Date): Promise<readonly FinishedBatch[]> {
    return this.unitOfWork.query<FinishedBatch>(
      `with ended as (
         update batch b set ended_at = $1, updated_at = $1, version = version + 1,
           state = case when b.state = 'stopped' then b.state else 'finished' end
         where b.state in ('running', 'paused', 'stopped') and b.ended_at is null
           and not exists (select 1 from contact k where k.batch_id = b.id and k.state <> 'done')
         returning b.id, b.kind, b.name, b.state)
       select e.id as "batchId", e.kind, e.name, e.state,
         (select count(*)::int from contact k where k.batch_id = e.id and k.disposition = 'delivered') as delivered,
         (select count(*)::int from contact k where k.batch_id = e.id and k.disposition = 'handed-off') as "handedOff",
         (select count(*)::int from contact k where k.batch_id = e.id and k.disposition = 'cancelled') as cancelled
       from ended e`,
      [now],
    );
  }

  async waitingOf(accountNo: string): Promise<readonly WaitingContact[]> {
    const rows = await this.unitOfWork.query<Omit<WaitingContact, 'payableFen'> & { payableFen: string }>(
      `select k.id as "contactId", k.batch_id as "batchId", k.account_no as "accountNo", k.period,
         k.payable_fen as "payableFen"
       from contact k join batch b on b.id = k.batch_id
       where k.account_no = $1 and k.state = 'waiting' and b.state in ('ready', 'running', 'paused')`,
      [accountNo],
    );
    return rows.map((row) => ({ ...row, payableFen: Number(row.payableFen) }));
  }
}
