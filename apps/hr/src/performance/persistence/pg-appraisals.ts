import { Injectable } from '@nestjs/common';
import type { AppraisalTemplateState } from '@switchyard/contracts';
import type { AppraisalTemplate } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type Appraisal,
  type AppraisalFilter,
  Appraisals,
  type TemplateVersion,
} from '../appraisal/appraisals.port';
import type { Page } from '../items/performance-items.port';

const TEMPLATE = `code, version, state, document, made_at as "madeAt", made_by as "madeBy", published_at as "publishedAt",
  published_by as "publishedBy"`;
const APPRAISAL = `id, staff_number as "staffNumber", period, template_code as "templateCode", template_version as "templateVersion",
  state, judged, result, remark, drafted_at as "draftedAt", drafted_by as "draftedBy", published_at as "publishedAt",
  published_by as "publishedBy", acknowledged_at as "acknowledgedAt", comment`;
const CHANGED = {
  state: 'state',
  publishedAt: 'published_at',
  publishedBy: 'published_by',
  acknowledgedAt: 'acknowledged_at',
  comment: 'comment',
} as const;

@Injectable()
export class PgAppraisals extends Appraisals {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async saveTemplate(
    code: string,
    document: AppraisalTemplate,
    by: string,
    at: Date,
  ): Promise<TemplateVersion> {
    const newest = await this.lockTemplate(code);
    const version = newest === undefined ? 1 : newest.state === 'draft' ? newest.version : newest.version + 1;
    const [saved] = await this.templateRows(
      `insert into appraisal_template (code, version, document, state, made_at, made_by) values ($1, $2, $3, 'draft', $4, $5)
       on conflict (code, version) do update set document = $3, made_at = $4, made_by = $5
         where appraisal_template.state = 'draft' returning ${TEMPLATE}`,
      [code, version, JSON.stringify(document), at, by],
    );
    if (!saved) throw new Error(`the template ${code} was not saved`);
    return saved;
  }

  async lockTemplate(code: string): Promise<TemplateVersion | undefined> {
    const [newest] = await this.templateRows(
      `select ${TEMPLATE} from appraisal_template where code = $1 order by version desc limit 1 for update`,
      [code],
    );
    return newest;
  }

  async publishTemplate(code: string, version: number, by: string, at: Date): Promise<void> {
    await this.work.execute(
      `update appraisal_template set state = 'published', published_at = $4, published_by = $3 where code = $1 and version = $2`,
      [code, version, by, at],
    );
  }

  published(): Promise<readonly TemplateVersion[]> {
    return this.templateRows(
      `select distinct on (code) ${TEMPLATE} from appraisal_template where state = 'published' order by code, version desc`,
      [],
    );
  }

  async templates(
    state: AppraisalTemplateState | undefined,
    limit: number,
    cursor?: string,
  ): Promise<Page<TemplateVersion>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text, CURSOR_PARTS.integer);
    const rows = await this.templateRows(
      `select ${TEMPLATE} from appraisal_template
       where ($1::text is null or state = $1) and ($2::text is null or (code, -version) > ($2, -($3::integer)))
       order by code, version desc limit $4`,
      [state, after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, ({ code, version }) => [code, String(version)]);
  }

  async ofPeriod(staffNumber: string, period: string, templateCode: string): Promise<Appraisal | undefined> {
    const [row] = await this.rows('where staff_number = $1 and period = $2 and template_code = $3', [
      staffNumber,
      period,
      templateCode,
    ]);
    return row;
  }

  async lock(id: string): Promise<Appraisal | undefined> {
    return (await this.rows('where id = $1 for update', [id]))[0];
  }

  async save(appraisal: Appraisal): Promise<boolean> {
    const { id, staffNumber, period, templateCode, templateVersion, judged, result, remark } = appraisal;
    const saved = await this.work.execute(
      `insert into appraisal (id, staff_number, period, template_code, template_version, state, judged, result, total, remark,
         drafted_at, drafted_by) values ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9, $10, $11)
       on conflict (staff_number, period, template_code) do update set template_version = $5, judged = $6, result = $7, total = $8,
         remark = $9, drafted_at = $10, drafted_by = $11 where appraisal.state = 'draft'`,
      [
        id,
        staffNumber,
        period,
        templateCode,
        templateVersion,
        JSON.stringify(judged),
        JSON.stringify(result),
        result.total,
        remark,
        appraisal.draftedAt,
        appraisal.draftedBy,
      ],
    );
    return saved > 0;
  }

  async change(id: string, change: Parameters<Appraisals['change']>[1]): Promise<void> {
    const names = Object.keys(change) as (keyof typeof CHANGED)[];
    const sets = names.map((name, index) => `${CHANGED[name]} = $${index + 2}`);
    await this.work.execute(`update appraisal set ${sets.join(', ')} where id = $1`, [
      id,
      ...names.map((name) => change[name]),
    ]);
  }

  async list(filter: AppraisalFilter, limit: number, cursor?: string): Promise<Page<Appraisal>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.rows(
      `where ($1::text is null or staff_number = $1) and ($2::text is null or period = $2) and ($3::text is null or state = $3)
         and ($4::text[] is null or exists (
           select 1 from staff s where s.staff_number = appraisal.staff_number and s.group_code = any ($4)))
         and (not $5::boolean or published_at is not null)
         and ($6::timestamptz is null or (drafted_at, id) < ($6, $7::uuid))
       order by drafted_at desc, id desc limit $8`,
      [
        filter.staffNumber,
        filter.period,
        filter.state,
        filter.withinGroups,
        filter.told ?? false,
        after[0],
        after[1],
        limit + 1,
      ],
    );
    return pageOf(rows, limit, ({ draftedAt, id }) => [draftedAt.toISOString(), id]);
  }

  private async rows(where: string, parameters: readonly unknown[]): Promise<Appraisal[]> {
    const rows = await this.work.query<Nullable<Appraisal>>(
      `select ${APPRAISAL} from appraisal ${where}`,
      parameters,
    );
    return rows.map((row) => withoutNulls<Appraisal>(row));
  }

  private async templateRows(sql: string, parameters: readonly unknown[]): Promise<TemplateVersion[]> {
    const rows = await this.work.query<Nullable<TemplateVersion>>(sql, parameters);
    return rows.map((row) => withoutNulls<TemplateVersion>(row));
  }
}
