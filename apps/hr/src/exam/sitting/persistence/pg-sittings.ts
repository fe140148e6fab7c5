import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../../../training/page';
import {
  type Made,
  type OpenToMe,
  type Sitting,
  type SittingCounts,
  type SittingFilter,
  Sittings,
} from '../sittings.port';

const SITTING = `id as "sittingId", exam_id as "examId", resit, resit_of as "resitOf", opens_at as "opensAt",
  closes_at as "closesAt", attempt_limit as "attemptLimit", listed, title, course_code as "courseCode", blueprint,
  duration_minutes as "durationMinutes", pass_percent as "passPercent", second_marker as "secondMarker",
  counts_for as "countsFor", policy, state, released_at as "releasedAt"`;

@Injectable()
export class PgSittings extends Sittings {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  find(sittingId: string): Promise<Sitting | undefined> {
    return this.first('where id = $1', sittingId);
  }

  lock(sittingId: string): Promise<Sitting | undefined> {
    return this.first('where id = $1 for update', sittingId);
  }

  hold(sittingId: string): Promise<Sitting | undefined> {
    return this.first('where id = $1 for share', sittingId);
  }

  resitOf(sittingId: string): Promise<Sitting | undefined> {
    return this.first(`where resit_of = $1 and state <> 'cancelled'`, sittingId);
  }

  async list(
    { examId, state, countsFor }: SittingFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<Sitting>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<Sitting>>(
      `select ${SITTING} from exam_sitting
        where ($1::uuid is null or exam_id = $1) and ($2::text is null or state = $2)
          and ($3::text is null or counts_for = $3) and ($4::timestamptz is null or (opens_at, id) < ($4, $5::uuid))
        order by opens_at desc, id desc limit $6`,
      [examId, state, countsFor, after[0], after[1], limit + 1],
    );
    return pageOf(
      rows.map((row) => withoutNulls<Sitting>(row)),
      limit,
      ({ opensAt, sittingId }) => [opensAt.toISOString(), sittingId],
    );
  }

  async add(sitting: Sitting, candidates: readonly string[], { at, by }: Made): Promise<void> {
    await this.work.execute(
      `insert into exam_sitting (id, exam_id, resit, resit_of, opens_at, closes_at, attempt_limit, listed, title, course_code,
         blueprint, duration_minutes, pass_percent, second_marker, counts_for, policy, state, made_at, made_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'planned', $17, $18)`,
      [
        sitting.sittingId,
        sitting.examId,
        sitting.resit,
        sitting.resitOf,
        sitting.opensAt,
        sitting.closesAt,
        sitting.attemptLimit,
        sitting.listed,
        sitting.title,
        sitting.courseCode,
        JSON.stringify(sitting.blueprint),
        sitting.durationMinutes,
        sitting.passPercent,
        sitting.secondMarker,
        sitting.countsFor,
        JSON.stringify(sitting.policy),
        at,
        by,
      ],
    );
    await this.work.execute(
      'insert into exam_candidate (sitting_id, staff_number) select $1, unnest($2::text[])',
      [sitting.sittingId, candidates],
    );
  }

  async cancel(sittingId: string): Promise<void> {
    await this.work.execute(`update exam_sitting set state = 'cancelled' where id = $1`, [sittingId]);
  }

  async release(sittingId: string, { at, by }: Made): Promise<readonly string[]> {
    await this.work.execute(
      `update exam_sitting set state = 'released', released_at = $2, released_by = $3 where id = $1`,
      [sittingId, at, by],
    );
    const rows = await this.work.query<{ staffNumber: string }>(
      `update exam_attempt set state = 'released', released_at = $2 where sitting_id = $1 and state = 'marked'
       returning staff_number as "staffNumber"`,
      [sittingId, at],
    );
    return [...new Set(rows.map(({ staffNumber }) => staffNumber))];
  }

  async counts(sittingId: string): Promise<SittingCounts> {
    const [counts] = await this.work.query<SittingCounts>(
      `select (select count(*)::integer from exam_candidate where sitting_id = $1) as candidates,
              count(*) filter (where state = 'started')::integer as running,
              count(*) filter (where state = 'submitted')::integer as "toMark",
              count(*) filter (where state in ('marked', 'released'))::integer as marked
         from exam_attempt where sitting_id = $1`,
      [sittingId],
    );
    return counts ?? { candidates: 0, running: 0, toMark: 0, marked: 0 };
  }

  candidates(sittingId: string): Promise<readonly string[]> {
    return this.numbers(
      'select staff_number from exam_candidate where sitting_id = $1 order by 1',
      sittingId,
    );
  }

  losers(sittingId: string): Promise<readonly string[]> {
    return this.numbers(
      `select staff_number from exam_candidate c where sitting_id = $1 and not exists (
         select 1 from exam_attempt a where a.sitting_id = c.sitting_id and a.staff_number = c.staff_number and a.passed)
       order by 1`,
      sittingId,
    );
  }

  async openTo(staffNumber: string, now: Date, until: Date): Promise<readonly OpenToMe[]> {
    const rows = await this.work.query<Nullable<OpenToMe>>(
      `select s.id as "sittingId", s.title, s.opens_at as "opensAt", s.closes_at as "closesAt",
              s.duration_minutes as "durationMinutes", greatest(0, s.attempt_limit - coalesce(c.starts, 0)) as "startsLeft",
              c.open_attempt as "runningAttemptId"
         from exam_sitting s left join exam_candidate c on c.sitting_id = s.id and c.staff_number = $1
        where s.state = 'planned' and s.closes_at > $2 and s.opens_at < $3 and (not s.listed or c.staff_number is not null)
        order by s.opens_at, s.id`,
      [staffNumber, now, until],
    );
    return rows.map((row) => withoutNulls<OpenToMe>(row));
  }

  private async first(where: string, id: string): Promise<Sitting | undefined> {
    const [row] = await this.work.query<Nullable<Sitting>>(`select ${SITTING} from exam_sitting ${where}`, [
      id,
    ]);
    return row && withoutNulls<Sitting>(row);
  }

  private async numbers(sql: string, sittingId: string): Promise<readonly string[]> {
    const rows = await this.work.query<{ staff_number: string }>(sql, [sittingId]);
    return rows.map((row) => row.staff_number);
  }
}
