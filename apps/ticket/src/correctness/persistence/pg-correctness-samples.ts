import { Injectable } from '@nestjs/common';
import type { AuditedSubject } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type AuditedWork,
  CorrectnessSamples,
  type ItemFilter,
  type Judgement,
  type NewSample,
  type Page,
  type Period,
  type Sample,
  type SampleItem,
} from '../correctness-samples.port';
import { WORK_OF } from './audited-work';

const SAMPLE = `s.id, s.subject, s.from_at as "from", s.before_at as "before", s.seed, s.population, s.size, s.drawn_at as "drawnAt",
  s.drawn_by as "drawnBy",
  (select count(*)::integer from correctness_item i where i.sample_id = s.id and i.judgement_id is not null) as judged`;

const ITEM = `i.id, i.sample_id as "sampleId", s.subject, i.place, i.work, i.area_code as "areaCode", i.done_by as "doneBy",
  j.verdicts, j.remark, j.judged_at as "judgedAt", j.judged_by as "judgedBy"`;
const ITEMS = `correctness_item i join correctness_sample s on s.id = i.sample_id
  left join correctness_judgement j on j.id = i.judgement_id`;

@Injectable()
export class PgCorrectnessSamples extends CorrectnessSamples {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async workOf(subject: AuditedSubject, { from, before }: Period): Promise<readonly AuditedWork[]> {
    const rows = await this.work.query<Nullable<AuditedWork>>(WORK_OF[subject], [from, before]);
    return rows.map((row) => withoutNulls<AuditedWork>(row));
  }

  async of(subject: AuditedSubject, { from, before }: Period): Promise<Sample | undefined> {
    const [row] = await this.work.query<Sample>(
      `select ${SAMPLE} from correctness_sample s where subject = $1 and from_at = $2 and before_at = $3`,
      [subject, from, before],
    );
    return row;
  }

  async add(sample: NewSample, drawn: readonly AuditedWork[]): Promise<boolean> {
    const { id, subject, from, before, seed, population, drawnAt, drawnBy } = sample;
    const added = await this.work.execute(
      `insert into correctness_sample (id, subject, from_at, before_at, seed, population, size, drawn_at, drawn_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (subject, from_at, before_at) do nothing`,
      [id, subject, from, before, seed, population, drawn.length, drawnAt, drawnBy],
    );
    if (added === 0) return false;
    await this.work.execute(
      `insert into correctness_item (id, sample_id, place, work, area_code, done_by)
       select gen_random_uuid(), $1, place, work, area_code, done_by
         from unnest($2::text[], $3::text[], $4::text[]) with ordinality as drawn (work, area_code, done_by, place)`,
      [
        id,
        drawn.map(({ work }) => work),
        drawn.map(({ areaCode }) => areaCode ?? null),
        drawn.map(({ doneBy }) => doneBy),
      ],
    );
    return true;
  }

  async list(subject: AuditedSubject | undefined, limit: number, cursor?: string): Promise<Page<Sample>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Sample>(
      `select ${SAMPLE} from correctness_sample s
       where ($1::text is null or subject = $1) and ($2::timestamptz is null or (drawn_at, id) < ($2, $3::uuid))
       order by drawn_at desc, id desc limit $4`,
      [subject, after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, ({ drawnAt, id }) => [drawnAt.toISOString(), id]);
  }

  async items(filter: ItemFilter, limit: number, cursor?: string): Promise<Page<SampleItem>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.uuid, CURSOR_PARTS.integer);
    const rows = await this.work.query<Nullable<SampleItem>>(
      `select ${ITEM} from ${ITEMS}
       where ($1::uuid is null or i.sample_id = $1) and ($2::text is null or s.subject = $2)
         and ($3::text is null or i.area_code = $3) and ($4::text is null or i.done_by = $4)
         and ($5::boolean is null or (i.judgement_id is not null) = $5)
         and ($6::uuid is null or (i.sample_id, i.place) > ($6, $7::integer))
       order by i.sample_id, i.place limit $8`,
      [
        filter.sampleId,
        filter.subject,
        filter.areaCode,
        filter.doneBy,
        filter.judged,
        after[0],
        after[1],
        limit + 1,
      ],
    );
    return pageOf(rows.map(toItem), limit, ({ sampleId, place }) => [sampleId, String(place)]);
  }

  async item(id: string): Promise<SampleItem | undefined> {
    const [row] = await this.work.query<Nullable<SampleItem>>(
      `select ${ITEM} from ${ITEMS} where i.id = $1`,
      [id],
    );
    return row && toItem(row);
  }

  async judge(itemId: string, { verdicts, remark, judgedAt, judgedBy }: Judgement): Promise<void> {
    await this.work.execute(
      `with judged as (
         insert into correctness_judgement (item_id, verdicts, remark, judged_at, judged_by)
         values ($1, $2, $3, $4, $5) returning id)
       update correctness_item set judgement_id = (select id from judged) where id = $1`,
      [itemId, JSON.stringify(verdicts), remark, judgedAt, judgedBy],
    );
  }

  within({ from, before }: Partial<Period>): Promise<readonly Sample[]> {
    return this.work.query<Sample>(
      `select ${SAMPLE} from correctness_sample s
       where ($1::timestamptz is null or from_at >= $1) and ($2::timestamptz is null or before_at <= $2)`,
      [from, before],
    );
  }

  async itemsOf(sampleIds: readonly string[]): Promise<readonly SampleItem[]> {
    const rows = await this.work.query<Nullable<SampleItem>>(
      `select ${ITEM} from ${ITEMS} where i.sample_id = any ($1::uuid[])`,
      [sampleIds],
    );
    return rows.map(toItem);
  }
}

const toItem = (row: Nullable<SampleItem>): SampleItem => withoutNulls(row);
