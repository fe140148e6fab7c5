import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { WorkOrderEvents } from '../work-order-events.port';
import type { WorkOrderEvent } from '../work-order-journal';

@Injectable()
export class PgWorkOrderEvents extends WorkOrderEvents {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(events: readonly WorkOrderEvent[]): Promise<void> {
    await this.work.execute(
      `insert into work_order_event (work_order_number, seq, type, at, actor_id, owner, data, prev_hash, hash)
       select * from unnest($1::text[], $2::integer[], $3::text[], $4::timestamptz[], $5::text[], $6::text[],
         $7::jsonb[], $8::text[], $9::text[])`,
      [
        events.map(({ number }) => number),
        events.map(({ seq }) => seq),
        events.map(({ type }) => type),
        events.map(({ at }) => at),
        events.map(({ actorId }) => actorId),
        events.map(({ owner }) => owner),
        events.map(({ data }) => JSON.stringify(data)),
        events.map(({ prevHash }) => prevHash),
        events.map(({ hash }) => hash),
      ],
    );
  }

  /** Only the months from its opening to its newest event are looked into. */
  of(number: string): Promise<readonly WorkOrderEvent[]> {
    return this.work.query<WorkOrderEvent>(
      `select work_order_number as number, seq, type, at, actor_id as "actorId", owner, data, prev_hash as "prevHash", hash
       from work_order_event
       where work_order_number = $1
         and at >= (select opened_at from work_order where number = $1)
         and at <= (select updated_at from work_order where number = $1)
       order by seq`,
      [number],
    );
  }

  async hasReference(number: string, reference: string): Promise<boolean> {
    const [row] = await this.work.query<{ there: boolean }>(
      `select exists (
         select from work_order_event
         where work_order_number = $1 and at >= (select opened_at from work_order where number = $1)
           and data->>'requestReference' = $2) as there`,
      [number, reference],
    );
    return row?.there === true;
  }

  async prepareMonths(now: Date): Promise<void> {
    await this.work.inTransaction(async () => {
      await this.work.query(`select pg_advisory_xact_lock(hashtext('work_order_event partitions'))`);
      for (const ahead of [0, 1, 2]) {
        const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
        const to = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead + 1, 1));
        await this.prepareMonth(from, to);
      }
    });
  }

  /** A month of which the partition for other times holds rows already stays there. */
  private async prepareMonth(from: Date, to: Date): Promise<void> {
    const name = `work_order_event_${from.toISOString().slice(0, 7).replace('-', '_')}`;
    const [known] = await this.work.query<{ there: boolean }>(
      `select to_regclass($1) is not null
         or exists (select from work_order_event_other where at >= $2 and at < $3) as there`,
      [name, from, to],
    );
    if (known?.there !== false) return;
    await this.work.query(
      `create table ${name} partition of work_order_event
       for values from ('${from.toISOString()}') to ('${to.toISOString()}')`,
    );
    await this.work.query(
      `create trigger work_order_event_all_stay before truncate on ${name}
       for each statement execute function refuse_change()`,
    );
  }
}
