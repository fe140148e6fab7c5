import { Injectable } from '@nestjs/common';
import type { BatchKind, DialObstacle, FrequencyCap } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { type BatchFigures, Figures, type WaitingGroup } from '../get-batch/figures.port';

interface StateRow {
  readonly state: 'waiting' | 'calling' | 'done';
  readonly disposition: string | null;
  readonly reason: string | null;
  readonly count: number;
}

@Injectable()
export class PgFigures extends Figures {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async of(batchId: string): Promise<BatchFigures> {
    const [rows, outcomes, sums] = await Promise.all([
      this.unitOfWork.query<StateRow>(
        `select state, disposition, disposition_reason as reason, count(*)::int as count
         from contact where batch_id = $1 group by 1, 2, 3 order by 1, 2, 3`,
        [batchId],
      ),
      this.unitOfWork.query<{ name: string; count: number }>(
        `select a.outcome as name, count(*)::int as count from attempt a join call c on c.id = a.call_id
         where c.batch_id = $1 and a.outcome is not null group by 1 order by 2 desc, 1`,
        [batchId],
      ),
      this.unitOfWork.query<{ attempts: number; countedAttempts: number; receipts: number }>(
        `select count(*)::int as attempts, count(a.ordinal) filter (where a.settled_at is not null)::int as "countedAttempts",
           (select count(*)::int from hand_off_receipt r where r.batch_id = $1) as receipts
         from attempt a join call c on c.id = a.call_id where c.batch_id = $1`,
        [batchId],
      ),
    ]);
    const inState = (state: StateRow['state']) =>
      rows.filter((row) => row.state === state).reduce((sum, row) => sum + row.count, 0);
    return {
      states: { waiting: inState('waiting'), calling: inState('calling'), done: inState('done') },
      dispositions: rows.flatMap(({ disposition, reason, count }) =>
        disposition === null ? [] : [{ disposition, reason, count }],
      ),
      outcomes,
      attempts: sums[0]?.attempts ?? 0,
      countedAttempts: sums[0]?.countedAttempts ?? 0,
      receipts: sums[0]?.receipts ?? 0,
    };
  }

  waiting(
    batchId: string,
    kind: BatchKind,
    caps: readonly FrequencyCap[],
    now: Date,
  ): Promise<readonly WaitingGroup[]> {
    return this.unitOfWork.query<WaitingGroup>(
      `with cap as (select * from jsonb_to_recordset($4::jsonb) as c(seconds int, "maxCalls" int)),
         capped as (select distinct x.number from cap cross join lateral (
           select c.number from call c where c.direction = 'out' and c.originated_at > $3::timestamptz - make_interval(secs => cap.seconds)
           group by c.number having count(*) >= cap."maxCalls") x),
         live as (select number from call where state <> 'ended' and direction = 'out'),
         barred as (select number from do_not_call where removed_at is null and (kind is null or kind = $2))
       select customer_kind as "customerKind", due_at <= $3 as due, wait_reason like 'technical%' as "afterTechnicalFailure",
         case when wait_reason in ('outside-calling-hours', 'frequency-cap', 'number-busy', 'voice-unavailable')
           then wait_reason end as "deferredFor",
         number in (select number from live) as "numberBusy", number in (select number from capped) as capped,
         number in (select number from barred) as "doNotCall", count(*)::int as count
       from contact where batch_id = $1 and state = 'waiting' group by 1, 2, 3, 4, 5, 6, 7`,
      [batchId, kind, now, JSON.stringify(caps)],
    );
  }

  async pbxAvailable(): Promise<boolean> {
    const [row] = await this.unitOfWork.query<{ available: boolean }>(
      `select count(*) = 0 or bool_or(state = 'up' and lease_until > now()) as available from pbx_node`,
    );
    return row?.available ?? true;
  }

  async obstacles(batchId: string): Promise<readonly (DialObstacle | null)[]> {
    const rows = await this.unitOfWork.query<{ obstacle: DialObstacle | null }>(
      `select obstacle from dial_obstacle where batch_id = $1 and seen_at > now() - interval '15 seconds'`,
      [batchId],
    );
    return rows.map(({ obstacle }) => obstacle);
  }
}
