import { Injectable } from '@nestjs/common';
import type { DismissalAlert } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../items/performance-items.port';
import {
  type CurrentScore,
  type ListedScore,
  MonthlyScores,
  type Publication,
  type ReckonedScore,
  type Reckoning,
  type ScoreChange,
  type ScoreFilter,
  type StoredScore,
  type YearBefore,
} from '../score/monthly-scores.port';
import { addScores, CHANGED_COLUMNS, LISTED, STORED } from './score-rows';

const CURRENT = `select staff_number as "staffNumber", version, state, digest, facts from monthly_score
  where month = $1 and staff_number = any ($2::text[]) and current order by staff_number`;
const MONTH = /^\d{4}-\d\d$/;

@Injectable()
export class PgMonthlyScores extends MonthlyScores {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  current(month: string, staffNumbers: readonly string[]): Promise<readonly CurrentScore[]> {
    return this.work.query<CurrentScore>(CURRENT, [month, staffNumbers]);
  }

  lockCurrent(month: string, staffNumbers: readonly string[]): Promise<readonly CurrentScore[]> {
    return this.work.query<CurrentScore>(`${CURRENT} for update`, [month, staffNumbers]);
  }

  async add(scores: readonly ReckonedScore[], reckoning: Reckoning): Promise<void> {
    if (scores.length > 0) await addScores(this.work, scores, reckoning);
  }

  async yearBefore(month: string, staffNumbers: readonly string[]): Promise<ReadonlyMap<string, YearBefore>> {
    const rows = await this.work.query<{ staffNumber: string } & YearBefore>(
      `select staff_number as "staffNumber",
         sum((facts->'attendance'->'value'->>'lateCount')::int + (facts->'attendance'->'value'->>'earlyCount')::int)::int
           as "lateOrEarlyCount",
         sum((facts->'attendance'->'value'->>'absentDays')::float8) as "absentDays"
       from monthly_score
       where current and month >= left($1, 4) || '-01' and month < $1 and staff_number = any ($2::text[])
         and facts->'attendance'->>'state' = 'known' group by 1`,
      [month, staffNumbers],
    );
    return new Map(rows.map(({ staffNumber, ...year }) => [staffNumber, year]));
  }

  async find(id: string): Promise<StoredScore | undefined> {
    return this.one(`select ${STORED} from monthly_score where id = $1`, id);
  }

  async lock(id: string): Promise<StoredScore | undefined> {
    return this.one(`select ${STORED} from monthly_score where id = $1 and current for update`, id);
  }

  async change(id: string, change: ScoreChange): Promise<void> {
    const names = Object.keys(change) as (keyof ScoreChange)[];
    const sets = names.map((name, index) => `${CHANGED_COLUMNS[name]} = $${index + 2}`);
    await this.work.execute(`update monthly_score set ${sets.join(', ')} where id = $1`, [
      id,
      ...names.map((name) => change[name]),
    ]);
  }

  async wasAppealed(staffNumber: string, month: string): Promise<boolean> {
    const rows = await this.work.query(
      'select 1 from monthly_score where staff_number = $1 and month = $2 and appealed_at is not null limit 1',
      [staffNumber, month],
    );
    return rows.length > 0;
  }

  async replace(
    before: StoredScore,
    by: ReckonedScore,
    change: ScoreChange,
    reckoning: Reckoning,
  ): Promise<string> {
    await addScores(this.work, [by], reckoning);
    const [row] = await this.work.query<{ id: string }>(
      `update monthly_score s set published_at = b.published_at, published_by = b.published_by,
         published_incomplete_reason = b.published_incomplete_reason, appeal_until = b.appeal_until,
         acknowledged_at = b.acknowledged_at, appeal_text = b.appeal_text, appealed_at = b.appealed_at
       from monthly_score b where b.id = $1 and s.staff_number = b.staff_number and s.month = b.month and s.current returning s.id`,
      [before.id],
    );
    if (!row) throw new Error(`the version after ${before.id} is not there`);
    await this.change(row.id, change);
    return row.id;
  }

  async publish(publication: Publication): Promise<{ published: number; incomplete: number }> {
    const { month, staffNumbers, incompleteReason, at, by, appealUntil } = publication;
    const drafts = `current and state = 'draft' and month = $1 and ($2::text[] is null or staff_number = any ($2))`;
    const published = await this.work.execute(
      `update monthly_score set state = 'published', published_at = $3, published_by = $4, appeal_until = $5,
         published_incomplete_reason = case when missing <> '{}' then $6 end
       where ${drafts} and (missing = '{}' or $6::text is not null)`,
      [month, staffNumbers, at, by, appealUntil, incompleteReason],
    );
    const [left] = await this.work.query<{ count: number }>(
      `select count(*)::int as count from monthly_score where ${drafts}`,
      [month, staffNumbers],
    );
    return { published, incomplete: left?.count ?? 0 };
  }

  finish(now: Date, most: number): Promise<number> {
    return this.work.execute(
      `update monthly_score set state = 'final' where id in (
         select id from monthly_score where current and state in ('published', 'acknowledged', 'decided') and appeal_until <= $1
         limit $2 for update skip locked)`,
      [now, most],
    );
  }

  async list(filter: ScoreFilter, limit: number, cursor?: string): Promise<Page<ListedScore>> {
    const after =
      cursor === undefined ? [] : decodeCursor(cursor, MONTH, CURSOR_PARTS.text, CURSOR_PARTS.integer);
    const rows = await this.work.query<Nullable<ListedScore>>(
      `select ${LISTED} from monthly_score
       where ($1::text is null or month = $1) and ($2::text is null or staff_number = $2)
         and ($3::text is null or group_code = $3) and ($4::text is null or state = $4)
         and ($5::boolean is null or (missing <> '{}') = $5) and ($6::boolean or current)
         and ($7::text[] is null or group_code = any ($7)) and (not $8::boolean or published_at is not null)
         and ($9::text is null or month < $9 or (month = $9 and (staff_number, -version) > ($10, -($11::integer))))
       order by month desc, staff_number, version desc limit $12`,
      [
        filter.month,
        filter.staffNumber,
        filter.groupCode,
        filter.state,
        filter.incomplete,
        filter.allVersions ?? false,
        filter.withinGroups,
        filter.told ?? false,
        after[0],
        after[1],
        after[2],
        limit + 1,
      ],
    );
    const items = rows.map((row) => withoutNulls<ListedScore>(row));
    return pageOf(items, limit, ({ month, staffNumber, version }) => [month, staffNumber, String(version)]);
  }

  totals(
    months: readonly string[],
    groups: readonly string[] | undefined,
  ): Promise<readonly { staffNumber: string; month: string; score: number }[]> {
    return this.work.query(
      `select staff_number as "staffNumber", month, score::float8 as score from monthly_score
       where current and published_at is not null and month = any ($1::text[])
         and ($2::text[] is null or group_code = any ($2))`,
      [months, groups],
    );
  }

  async alerts(
    month: string | undefined,
    limit: number,
    cursor?: string,
  ): Promise<Page<{ id: string; staffNumber: string; month: string; alerts: readonly DismissalAlert[] }>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, MONTH, CURSOR_PARTS.text);
    const rows = await this.work.query<{
      id: string;
      staffNumber: string;
      month: string;
      alerts: readonly DismissalAlert[];
    }>(
      `select id, staff_number as "staffNumber", month, alerts from monthly_score
       where current and alerts <> '[]' and ($1::text is null or month = $1)
         and ($2::text is null or month < $2 or (month = $2 and staff_number > $3))
       order by month desc, staff_number limit $4`,
      [month, after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.month, row.staffNumber]);
  }

  private async one(sql: string, id: string): Promise<StoredScore | undefined> {
    const [row] = await this.work.query<Nullable<StoredScore>>(sql, [id]);
    return row && withoutNulls(row);
  }
}
