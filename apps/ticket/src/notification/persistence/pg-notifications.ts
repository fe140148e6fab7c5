import { randomUUID } from 'node:crypto';
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
  type NewNotification,
  type Notification,
  type NotificationFilter,
  Notifications,
  type NotificationsPage,
} from '../notifications.port';

const COLUMNS = `id, kind, role, department, account_id as "accountId", subject, subject_id as "subjectId",
  clock_id as "clockId", level, json_build_object('zh-CN', title_zh, 'en', title_en) as title,
  json_build_object('zh-CN', text_zh, 'en', text_en) as text, at, read_at as "readAt", read_by as "readBy"`;

@Injectable()
export class PgNotifications extends Notifications {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(notifications: readonly NewNotification[]): Promise<void> {
    if (notifications.length === 0) return;
    await this.work.execute(
      `insert into notification (id, kind, role, department, account_id, subject, subject_id, clock_id, level,
         title_zh, title_en, text_zh, text_en, at, once_key)
       select id, kind, role, department, "accountId", subject, "subjectId", "clockId", level,
         title->>'zh-CN', title->>'en', text->>'zh-CN', text->>'en', at, "onceKey"
       from json_to_recordset($1) as n(id uuid, kind text, role text, department text, "accountId" text, subject text,
         "subjectId" text, "clockId" uuid, level smallint, title json, text json, at timestamptz, "onceKey" text)
       on conflict (once_key) do nothing`,
      [JSON.stringify(notifications.map((notification) => ({ id: randomUUID(), ...notification })))],
    );
  }

  async list(filter: NotificationFilter, limit: number, cursor?: string): Promise<NotificationsPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const { role, department, accountId, unread, kind, within } = filter;
    const rows = await this.work.query<Nullable<Notification>>(
      `select ${COLUMNS} from notification
       where ($1::text is null or role = $1) and ($2::text is null or department = $2)
         and ($3::text is null or account_id = $3) and ($4::boolean is null or (read_at is null) = $4)
         and ($5::text is null or kind = $5) and ($6::text[] is null or department = any($6))
         and ($7::timestamptz is null or (at, id) < ($7, $8::uuid))
       order by at desc, id desc limit $9`,
      [role, department, accountId, unread, kind, within && [...within], after[0], after[1], limit + 1],
    );
    return pageOf(rows.map(withoutNulls<Notification>), limit, ({ at, id }) => [at.toISOString(), id]);
  }

  forget(readBefore: Date, unreadBefore: Date, limit: number): Promise<number> {
    return this.work.execute(
      `delete from notification where id in (
         select id from notification where at < $2 or (at < $1 and read_at is not null) limit $3)`,
      [readBefore, unreadBefore, limit],
    );
  }

  async read(
    id: string,
    by: string,
    at: Date,
    within?: readonly string[],
  ): Promise<Notification | undefined> {
    const [row] = await this.work.query<Nullable<Notification>>(
      `update notification set read_at = coalesce(read_at, $3), read_by = coalesce(read_by, $2)
       where id = $1 and ($4::text[] is null or department = any($4))
       returning ${COLUMNS}`,
      [id, by, at, within && [...within]],
    );
    return row && withoutNulls<Notification>(row);
  }
}
