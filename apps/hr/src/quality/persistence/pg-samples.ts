import { Injectable } from '@nestjs/common';
import type { DrawnSoFar, LocalDate } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type NewItem,
  type NewSample,
  type Sample,
  Samples,
  type StoredCall,
} from '../sampling/samples.port';
import type { Page } from '../scorecard/scorecards.port';
import { FRAME_CALL, ITEM_COLUMNS, ITEM_RECORD, recordOf, SAMPLE } from './sample-rows';

const DAY = /^\d{4}-\d\d-\d\d$/;

@Injectable()
export class PgSamples extends Samples {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async soFar(since: LocalDate): Promise<DrawnSoFar> {
    const [row] = await this.work.query<{
      days: LocalDate[];
      weeks: LocalDate[];
      firstDay: LocalDate | null;
    }>(
      `select array(select day::text from quality_sample where day >= $1) as days,
         array(select monday::text from quality_week where monday >= $1) as weeks,
         (select min(day)::text from quality_sample) as "firstDay"`,
      [since],
    );
    const { days = [], weeks = [], firstDay } = row ?? {};
    return { days: new Set(days), weeks: new Set(weeks), ...(firstDay && { firstDay }) };
  }

  async meanScores(from: LocalDate, before: LocalDate): Promise<ReadonlyMap<string, number>> {
    const rows = await this.work.query<{ staffNumber: string; mean: number }>(
      `select staff_number as "staffNumber", avg(score)::float8 as mean from quality_evaluation
       where call_day >= $1 and call_day < $2 group by staff_number`,
      [from, before],
    );
    return new Map(rows.map(({ staffNumber, mean }) => [staffNumber, mean]));
  }

  async addDay(sample: NewSample, frame: readonly StoredCall[], items: readonly NewItem[]): Promise<boolean> {
    const added = await this.work.execute(
      `insert into quality_sample (day, seed, policy, frame, without_staff, too_short, size, strata, people, drawn_at, drawn_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [
        sample.day,
        sample.seed,
        JSON.stringify(sample.rule),
        sample.frame,
        sample.withoutStaff,
        sample.tooShort,
        sample.size,
        JSON.stringify(sample.strata),
        JSON.stringify(sample.people),
        sample.drawnAt,
        sample.drawnBy,
      ],
    );
    if (added === 0) return false;
    await this.work.execute(
      `insert into quality_frame_call (day, recording_id, call_id, staff_number, group_code, post_code, queue, started_at,
         seconds, hints)
       select $1::date, recording_id, call_id, staff_number, group_code, post_code, queue, started_at, seconds, hints
       from jsonb_to_recordset($2::jsonb) as call (recording_id uuid, call_id text, staff_number text, group_code text,
         post_code text, queue text, started_at timestamptz, seconds real, hints text[])`,
      [sample.day, JSON.stringify(frame.map(recordOf))],
    );
    await this.addItems(items);
    return true;
  }

  async addWeek(
    week: {
      readonly monday: LocalDate;
      readonly seed: string;
      readonly hintFactor: number;
      readonly at: Date;
    },
    items: readonly NewItem[],
  ): Promise<boolean> {
    const added = await this.work.execute(
      `insert into quality_week (monday, seed, hint_factor, added, drawn_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [week.monday, week.seed, week.hintFactor, items.length, week.at],
    );
    if (added > 0) await this.addItems(items);
    return added > 0;
  }

  async find(day: string): Promise<Sample | undefined> {
    const [sample] = await this.work.query<Sample>(`${SAMPLE} where s.day = $1`, [day]);
    return sample;
  }

  async list(
    { from, to }: { from?: string; to?: string },
    limit: number,
    cursor?: string,
  ): Promise<Page<Sample>> {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, DAY);
    const rows = await this.work.query<Sample>(
      `${SAMPLE} where ($1::date is null or s.day >= $1) and ($2::date is null or s.day <= $2)
         and ($3::date is null or s.day < $3) order by s.day desc limit $4`,
      [from, to, after, limit + 1],
    );
    return pageOf(rows, limit, ({ day }) => [day]);
  }

  async frame(from: string, to: string): Promise<readonly (StoredCall & { readonly day: LocalDate })[]> {
    const rows = await this.work.query<Nullable<StoredCall & { day: LocalDate }>>(
      `select day::text, ${FRAME_CALL} from quality_frame_call where day >= $1 and day <= $2`,
      [from, to],
    );
    return rows.map((row) => withoutNulls(row));
  }

  async framePage(day: string, limit: number, cursor?: string): Promise<Page<StoredCall>> {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<StoredCall>>(
      `select ${FRAME_CALL} from quality_frame_call
       where day = $1 and ($2::uuid is null or recording_id > $2) order by recording_id limit $3`,
      [day, after, limit + 1],
    );
    return pageOf(
      rows.map((row) => withoutNulls<StoredCall>(row)),
      limit,
      ({ recordingId }) => [recordingId],
    );
  }

  async forgetFrames(before: LocalDate): Promise<void> {
    await this.work.execute('delete from quality_frame_call where day < $1', [before]);
  }

  drawnOn(
    from: string,
    to: string,
  ): Promise<readonly Pick<NewItem, 'recordingId' | 'staffNumber' | 'reason'>[]> {
    return this.work.query(
      `select recording_id as "recordingId", staff_number as "staffNumber", reason from quality_item
       where day >= $1 and day <= $2`,
      [from, to],
    );
  }

  private async addItems(items: readonly NewItem[]): Promise<void> {
    await this.work.execute(
      `insert into quality_item (${ITEM_COLUMNS}, place, state)
       select ${ITEM_COLUMNS}, coalesce((select max(place) from quality_item o where o.day = item.day), 0)
           + row_number() over (partition by day order by ordinal), 'open'
       from rows from (jsonb_to_recordset($1::jsonb) as (${ITEM_RECORD})) with ordinality
         as item (${ITEM_COLUMNS}, ordinal)
       on conflict (recording_id) do nothing`,
      [JSON.stringify(items.map(recordOf))],
    );
  }
}
