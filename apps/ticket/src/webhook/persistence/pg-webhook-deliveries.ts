import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type ClaimedDelivery,
  type DeliveriesPage,
  type DeliveryFilter,
  type Told,
  type TryResult,
  type WebhookDelivery,
  WebhookDeliveries,
} from '../webhook-deliveries.port';

const COLUMNS = `id, webhook_id as "webhookId", event, state, tries, occurred_at as "occurredAt",
  next_try_at as "nextTryAt", delivered_at as "deliveredAt", last_status as "lastStatus", last_error as "lastError"`;

@Injectable()
export class PgWebhookDeliveries extends WebhookDeliveries {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  addForAll({ event, occurredAt, department, forDepartments, body, plainBody }: Told): Promise<number> {
    return this.work.execute(
      `insert into webhook_delivery (id, webhook_id, event, body, occurred_at, next_try_at)
       select gen_random_uuid(), id, $1, case when personal_data then $5 else $6 end, $2, $2
         from webhook
        where active and $1 = any (events)
          and (department is null or ($4::boolean and coalesce(department = $3, true)))`,
      [event, occurredAt, department, forDepartments, body, plainBody],
    );
  }

  async add({ id, webhookId, event, occurredAt, nextTryAt }: WebhookDelivery, body: string): Promise<void> {
    await this.work.execute(
      `insert into webhook_delivery (id, webhook_id, event, body, occurred_at, next_try_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, webhookId, event, body, occurredAt, nextTryAt],
    );
  }

  async find(id: string): Promise<WebhookDelivery | undefined> {
    const [row] = await this.work.query<Nullable<WebhookDelivery>>(
      `select ${COLUMNS} from webhook_delivery where id = $1`,
      [id],
    );
    return row && toDelivery(row);
  }

  async list(filter: DeliveryFilter, limit: number, cursor?: string): Promise<DeliveriesPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<WebhookDelivery>>(
      `select ${COLUMNS} from webhook_delivery
       where ($1::uuid is null or webhook_id = $1) and ($2::text is null or state = $2)
         and ($3::timestamptz is null or (occurred_at, id) < ($3, $4::uuid))
       order by occurred_at desc, id desc limit $5`,
      [filter.webhookId, filter.state, after[0], after[1], limit + 1],
    );
    return pageOf(rows.map(toDelivery), limit, ({ occurredAt, id }) => [occurredAt.toISOString(), id]);
  }

  async claim(
    now: Date,
    leaseUntil: Date,
    limit: number,
    busy: readonly string[],
  ): Promise<readonly ClaimedDelivery[]> {
    return this.work.inTransaction(async () => {
      const rows = await this.work.query<Nullable<ClaimedDelivery>>(
        `select d.id, d.body, d.tries, w.id as "webhookId", w.url, w.secret, w.previous_secret as "previousSecret",
                w.previous_secret_until as "previousSecretUntil"
           from webhook w
           cross join lateral (
             select id, body, tries from webhook_delivery
              where webhook_id = w.id and state = 'waiting' and next_try_at <= $1
              order by next_try_at, occurred_at limit $2 for update skip locked
           ) d
          where w.id <> all ($3::uuid[])`,
        [now, limit, busy],
      );
      await this.work.execute(`update webhook_delivery set next_try_at = $2 where id = any ($1::uuid[])`, [
        rows.map(({ id }) => id),
        leaseUntil,
      ]);
      return rows.map((row) => withoutNulls<ClaimedDelivery>(row));
    });
  }

  async settle(id: string, { state, at, nextTryAt, status, error }: TryResult): Promise<void> {
    await this.work.execute(
      `update webhook_delivery set state = $2, tries = tries + 1, next_try_at = $3, delivered_at = $4, last_status = $5,
         last_error = $6, settled_at = $7 where id = $1`,
      [
        id,
        state,
        nextTryAt,
        state === 'delivered' ? at : null,
        status,
        error,
        state === 'waiting' ? null : at,
      ],
    );
  }

  async putBack(ids: readonly string[], at: Date): Promise<void> {
    await this.work.execute(`update webhook_delivery set next_try_at = $2 where id = any ($1::uuid[])`, [
      ids,
      at,
    ]);
  }

  async revive(id: string, at: Date): Promise<boolean> {
    return (await this.reviveWhere('id = $1', id, at)) > 0;
  }

  reviveAll(webhookId: string, at: Date): Promise<number> {
    return this.reviveWhere('webhook_id = $1', webhookId, at);
  }

  forget(deliveredBefore: Date, deadBefore: Date): Promise<number> {
    return this.work.execute(
      `delete from webhook_delivery where id in (
         select id from webhook_delivery
          where (state = 'delivered' and settled_at < $1) or (state = 'dead' and settled_at < $2) limit 10000)`,
      [deliveredBefore, deadBefore],
    );
  }

  private reviveWhere(where: string, id: string, at: Date): Promise<number> {
    return this.work.execute(
      `update webhook_delivery set state = 'waiting', tries = 0, next_try_at = $2, settled_at = null
       where ${where} and state = 'dead'`,
      [id, at],
    );
  }
}

const toDelivery = (row: Nullable<WebhookDelivery>): WebhookDelivery => withoutNulls(row);
