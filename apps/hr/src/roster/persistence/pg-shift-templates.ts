import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  type Nullable,
  CURSOR_PARTS,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type Page,
  ShiftTemplates,
  type StoredPattern,
  type StoredTemplate,
  type TemplateFilter,
} from '../shift-templates.port';

const TEMPLATE = `code, version, name_zh as "nameZh", name_en as "nameEn", start_minute as "startMinute",
  end_minute as "endMinute", breaks, enabled, note, set_at as "setAt", set_by as "setBy"`;

@Injectable()
export class PgShiftTemplates extends ShiftTemplates {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async latest(): Promise<readonly StoredTemplate[]> {
    const rows = await this.work.query<Nullable<StoredTemplate>>(
      `select distinct on (code) ${TEMPLATE} from shift_template order by code, version desc`,
    );
    return rows.map(toTemplate);
  }

  async list(filter: TemplateFilter, limit: number, cursor?: string): Promise<Page<StoredTemplate>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text, CURSOR_PARTS.integer);
    const rows = await this.work.query<Nullable<StoredTemplate>>(
      `select ${TEMPLATE} from shift_template t
       where ($1::text is null or code = $1) and ($2::boolean is null or enabled = $2)
         and ($3 or version = (select max(version) from shift_template l where l.code = t.code))
         and ($4::text is null or (code, -version) > ($4, -$5::integer))
       order by code, version desc limit $6`,
      [filter.code, filter.enabled, filter.allVersions === true, after[0], after[1] ?? 0, limit + 1],
    );
    return pageOf(rows.map(toTemplate), limit, ({ code, version }) => [code, String(version)]);
  }

  async add(template: StoredTemplate): Promise<boolean> {
    const { code, version, nameZh, nameEn, startMinute, endMinute, breaks, enabled, note, setAt, setBy } =
      template;
    const added = await this.work.execute(
      `insert into shift_template (code, version, name_zh, name_en, start_minute, end_minute, breaks, enabled, note,
         set_at, set_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [
        code,
        version,
        nameZh,
        nameEn,
        startMinute,
        endMinute,
        JSON.stringify(breaks),
        enabled,
        note,
        setAt,
        setBy,
      ],
    );
    return added > 0;
  }

  patterns(): Promise<readonly StoredPattern[]> {
    return this.work.query<StoredPattern>(
      `select distinct on (code) code, version, name_zh as "nameZh", name_en as "nameEn", cycle, set_at as "setAt",
         set_by as "setBy" from work_pattern order by code, version desc`,
    );
  }

  async addPattern({ code, version, nameZh, nameEn, cycle, setAt, setBy }: StoredPattern): Promise<boolean> {
    const added = await this.work.execute(
      `insert into work_pattern (code, version, name_zh, name_en, cycle, set_at, set_by)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [code, version, nameZh, nameEn, JSON.stringify(cycle), setAt, setBy],
    );
    return added > 0;
  }
}

const toTemplate = (row: Nullable<StoredTemplate>): StoredTemplate => withoutNulls(row);
