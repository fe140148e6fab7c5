import { Injectable } from '@nestjs/common';
import type { LocalDate, PlannedDuty } from '@switchyard/domain';
import { ADVISORY_CLASS, type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { listRows, type PageOptions } from '../../workplace/common/list-rows';
import {
  Checklist,
  type ChecklistFile,
  type ChecklistFilter,
  type ChecklistItem,
  type ChecklistPage,
  type DoneWith,
  type NewChecklistFile,
} from '../checklist/checklist.port';
import { standingIs } from './standing-condition';

const ITEM = `i.id, i.duty, i.rhythm, i.period_from::text as "periodFrom", i.period_to::text as "periodTo",
  i.due_on::text as "dueOn", i.due_at as "dueAt", i.title_zh as "titleZh", i.title_en as "titleEn", i.proof, i.link,
  i.done_at as "doneAt", i.done_by as "doneBy", i.proof_text as "proofText", i.proof_number::float8 as "proofNumber",
  i.escalated_at as "escalatedAt"`;

const FILE = `item_id as "itemId", id, file_key as "fileKey", file_name as "fileName", media_type as "mediaType",
  bytes::float8 as bytes, added_at as "addedAt", added_by as "addedBy"`;

type ItemRow = Nullable<Omit<ChecklistItem, 'attachments'>>;

@Injectable()
export class PgChecklist extends Checklist {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async lock(): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock($1, hashtext('hr checklist'))`, [ADVISORY_CLASS]);
  }

  async made(): Promise<{ first: LocalDate; last: LocalDate } | undefined> {
    const [row] = await this.work.query<{ first: LocalDate | null; last: LocalDate | null }>(
      `select min(day)::text as first, max(day)::text as last from checklist_day`,
    );
    return row?.first && row.last ? { first: row.first, last: row.last } : undefined;
  }

  async add(planned: readonly PlannedDuty[], at: Date): Promise<void> {
    const rows = planned.map(({ duty, period, dueOn, dueAt }) => ({
      duty: duty.code,
      rhythm: duty.rhythm,
      from: period.from,
      to: period.to,
      due_on: dueOn,
      due_at: dueAt,
      title_zh: duty.titleZh,
      title_en: duty.titleEn,
      proof: duty.proof,
      link: duty.link,
    }));
    await this.work.execute(
      `insert into checklist_item
         (id, duty, rhythm, period_from, period_to, due_on, due_at, title_zh, title_en, proof, link, made_at)
       select gen_random_uuid(), duty, rhythm, "from", "to", due_on, due_at, title_zh, title_en, proof, link, $2
         from jsonb_to_recordset($1::jsonb) as p (duty text, rhythm text, "from" date, "to" date, due_on date,
           due_at timestamptz, title_zh text, title_en text, proof text, link text)
       on conflict (duty, period_from) do nothing`,
      [JSON.stringify(rows), at],
    );
  }

  async markMade(day: LocalDate, at: Date): Promise<void> {
    await this.work.execute(
      'insert into checklist_day (day, made_at) values ($1, $2) on conflict (day) do nothing',
      [day, at],
    );
  }

  async list(filter: ChecklistFilter, now: Date, options: PageOptions): Promise<ChecklistPage> {
    const { from, to, duty, rhythm, standing, escalated, running } = filter;
    const page = await listRows<ItemRow>(
      this.work,
      {
        columns: ITEM,
        from: 'checklist_item i',
        at: 'i.due_at',
        id: 'i.id',
        where: [
          ['i.due_on >= ?::date', from],
          ['i.due_on <= ?::date', to],
          ['i.duty = ?', duty],
          ['i.rhythm = ?', rhythm],
          ['(i.escalated_at is not null) = ?', escalated],
          ['?::date between i.period_from and i.period_to', running],
          ...(standing === undefined ? [] : [standingIs(standing, now)]),
        ],
      },
      options,
    );
    return { ...page, items: await this.withFiles(page.items) };
  }

  async find(id: string): Promise<ChecklistItem | undefined> {
    return this.one(`where i.id = $1`, [id]);
  }

  async lockItem(id: string): Promise<ChecklistItem | undefined> {
    return this.one(`where i.id = $1 for update`, [id]);
  }

  ofPeriod(duty: string, periodFrom: LocalDate): Promise<ChecklistItem | undefined> {
    return this.one(`where i.duty = $1 and i.period_from = $2`, [duty, periodFrom]);
  }

  async done(id: string, { at, by, text, number }: DoneWith): Promise<void> {
    await this.work.execute(
      `update checklist_item set done_at = $2, done_by = $3, proof_text = $4, proof_number = $5
       where id = $1 and done_at is null`,
      [id, at, by, text, number],
    );
  }

  async attach(itemId: string, file: NewChecklistFile): Promise<void> {
    const { id, fileKey, fileName, mediaType, bytes, sha256, addedAt, addedBy } = file;
    await this.work.execute(
      `insert into checklist_attachment
         (id, item_id, file_key, file_name, media_type, bytes, sha256, added_at, added_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, itemId, fileKey, fileName, mediaType, bytes, sha256, addedAt, addedBy],
    );
  }

  async escalate(dueBefore: Date, at: Date): Promise<readonly ChecklistItem[]> {
    const rows = await this.work.query<ItemRow>(
      `update checklist_item i set escalated_at = $2
       where i.done_at is null and i.escalated_at is null and i.due_at < $1 returning ${ITEM}`,
      [dueBefore, at],
    );
    const items = await this.withFiles(rows);
    return [...items].sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  }

  private async one(where: string, parameters: readonly unknown[]): Promise<ChecklistItem | undefined> {
    const rows = await this.work.query<ItemRow>(`select ${ITEM} from checklist_item i ${where}`, parameters);
    return (await this.withFiles(rows))[0];
  }

  private async withFiles(rows: readonly ItemRow[]): Promise<ChecklistItem[]> {
    const ids = rows.map(({ id }) => id);
    const files =
      ids.length === 0
        ? []
        : await this.work.query<ChecklistFile & { itemId: string }>(
            `select ${FILE} from checklist_attachment where item_id = any ($1::uuid[]) order by added_at, id`,
            [ids],
          );
    return rows.map((row) => ({
      ...withoutNulls<Omit<ChecklistItem, 'attachments'>>(row),
      attachments: files.filter(({ itemId }) => itemId === row.id),
    }));
  }
}
