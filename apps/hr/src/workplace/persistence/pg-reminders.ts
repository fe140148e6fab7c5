import { Injectable } from '@nestjs/common';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { listRows, type PageOptions } from '../common/list-rows';
import { type NewReminder, type Reminder, type ReminderPage, Reminders } from '../reminders.port';

const REMINDER = `id, staff_number as "staffNumber", kind, title_zh as "titleZh", title_en as "titleEn", link, at,
  read_at as "readAt"`;

@Injectable()
export class PgReminders extends Reminders {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(reminders: readonly NewReminder[], at: Date): Promise<void> {
    if (reminders.length === 0) return;
    await this.work.execute(
      `insert into reminder (id, staff_number, kind, title_zh, title_en, link, at, once_key)
       select gen_random_uuid(), r."staffNumber", r.kind, r."titleZh", r."titleEn", r.link, $2, r."onceKey"
         from jsonb_to_recordset($1::jsonb) as r ("staffNumber" text, kind text, "titleZh" text, "titleEn" text,
           link text, "onceKey" text)
       on conflict (once_key) do nothing`,
      [JSON.stringify(reminders), at],
    );
  }

  async list(
    staffNumber: string,
    { unread, kind }: { readonly unread?: boolean; readonly kind?: string },
    options: PageOptions,
  ): Promise<ReminderPage> {
    const page = await listRows<Nullable<Reminder>>(
      this.work,
      {
        columns: REMINDER,
        from: 'reminder',
        at: 'at',
        id: 'id',
        where: [
          ['staff_number = ?', staffNumber],
          ['(read_at is null) = ?', unread],
          ['kind = ?', kind],
        ],
      },
      options,
    );
    return { ...page, items: page.items.map((row) => withoutNulls<Reminder>(row)) };
  }

  async read(id: string, staffNumber: string, at: Date): Promise<Reminder | undefined> {
    const [row] = await this.work.query<Nullable<Reminder>>(
      `update reminder set read_at = coalesce(read_at, $3) where id = $1 and staff_number = $2 returning ${REMINDER}`,
      [id, staffNumber, at],
    );
    return row && withoutNulls<Reminder>(row);
  }
}
