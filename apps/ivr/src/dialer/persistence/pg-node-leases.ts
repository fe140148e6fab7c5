import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type LeaseHolder, type NodeLease, NodeLeases } from '../hold-nodes/node-leases.port';

@Injectable()
export class PgNodeLeases extends NodeLeases {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async hold(
    node: string,
    { id, process }: LeaseHolder,
    seconds: number,
    instead?: string,
  ): Promise<NodeLease | null> {
    const [row] = await this.unitOfWork.query<{ fence: string }>(
      `insert into pbx_node as n (name, holder, holder_process, fence, lease_until)
       values ($1, $2, $3, 1, now() + $4 * interval '1 second')
       on conflict (name) do update set
         holder = excluded.holder,
         holder_process = excluded.holder_process,
         fence = case when n.holder = excluded.holder then n.fence else n.fence + 1 end,
         lease_until = excluded.lease_until,
         updated_at = now()
       where n.holder = excluded.holder or n.lease_until < now() or n.holder = $5
       returning fence`,
      [node, id, process ?? null, seconds, instead ?? null],
    );
    return row ? { node, holder: id, fence: row.fence } : null;
  }

  async lastHolder(node: string): Promise<LeaseHolder | null> {
    const [row] = await this.unitOfWork.query<{ id: string | null; process: string | null }>(
      'select holder as id, holder_process as process from pbx_node where name = $1',
      [node],
    );
    return typeof row?.id === 'string' ? { id: row.id, process: row.process ?? undefined } : null;
  }

  async release(node: string, holder: string): Promise<void> {
    await this.unitOfWork.query(
      `update pbx_node set lease_until = '-infinity', state = 'down', state_reason = 'released', updated_at = now()
       where name = $1 and holder = $2`,
      [node, holder],
    );
  }

  async extendCalls(holder: string, callIds: readonly string[], seconds: number): Promise<void> {
    if (callIds.length === 0) return;
    await this.unitOfWork.query(
      `update call set lease_until = now() + $3 * interval '1 second'
       where id = any($1::text[]) and holder = $2 and state <> 'ended'`,
      [callIds, holder, seconds],
    );
  }

  async reportState(node: string, holder: string, state: string, reason: string): Promise<void> {
    await this.unitOfWork.query(
      `update pbx_node set state = $3, state_reason = $4, updated_at = now() where name = $1 and holder = $2`,
      [node, holder, state, reason],
    );
  }
}
