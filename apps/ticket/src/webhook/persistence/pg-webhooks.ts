import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { type CountedWebhook, type Webhook, Webhooks, type WebhooksPage } from '../webhooks.port';

const COLUMNS = `w.id, w.name, w.url, w.events, w.department, w.personal_data as "personalData", w.active, w.secret,
  w.previous_secret as "previousSecret", w.previous_secret_until as "previousSecretUntil", w.created_at as "createdAt",
  w.created_by as "createdBy",
  (select count(*)::integer from webhook_delivery d where d.webhook_id = w.id and d.state = 'waiting') as waiting,
  (select count(*)::integer from webhook_delivery d where d.webhook_id = w.id and d.state = 'dead') as dead`;

@Injectable()
export class PgWebhooks extends Webhooks {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(webhook: Webhook): Promise<void> {
    await this.work.execute(
      `insert into webhook (id, name, url, events, department, personal_data, active, secret, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        webhook.id,
        webhook.name,
        webhook.url,
        webhook.events,
        webhook.department,
        webhook.personalData,
        webhook.active,
        webhook.secret,
        webhook.createdAt,
        webhook.createdBy,
      ],
    );
  }

  find(id: string): Promise<CountedWebhook | undefined> {
    return this.one(id, '');
  }

  lock(id: string): Promise<CountedWebhook | undefined> {
    return this.one(id, 'for update');
  }

  async save(webhook: Webhook): Promise<void> {
    await this.work.execute(
      `update webhook set name = $2, url = $3, events = $4, department = $5, personal_data = $6, active = $7, secret = $8,
         previous_secret = $9, previous_secret_until = $10 where id = $1`,
      [
        webhook.id,
        webhook.name,
        webhook.url,
        webhook.events,
        webhook.department,
        webhook.personalData,
        webhook.active,
        webhook.secret,
        webhook.previousSecret,
        webhook.previousSecretUntil,
      ],
    );
  }

  async list(limit: number, cursor?: string): Promise<WebhooksPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<CountedWebhook>>(
      `select ${COLUMNS} from webhook w
       where $1::timestamptz is null or (w.created_at, w.id) < ($1, $2::uuid)
       order by w.created_at desc, w.id desc limit $3`,
      [after[0], after[1], limit + 1],
    );
    return pageOf(rows.map(toWebhook), limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  private async one(id: string, lock: string): Promise<CountedWebhook | undefined> {
    const [row] = await this.work.query<Nullable<CountedWebhook>>(
      `select ${COLUMNS} from webhook w where w.id = $1 ${lock}`,
      [id],
    );
    return row && toWebhook(row);
  }
}

const toWebhook = (row: Nullable<CountedWebhook>): CountedWebhook => withoutNulls(row);
