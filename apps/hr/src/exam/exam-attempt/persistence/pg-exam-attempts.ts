import { Injectable } from '@nestjs/common';
import type { RoundMark } from '@switchyard/domain';
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
  type ExamAttemptFilter,
  ExamAttempts,
  type CountedStart,
  type ExamAttempt,
  type NewExamAttempt,
  type Scored,
  type StoredAnswer,
  type Submission,
} from '../exam-attempts.port';

const ATTEMPT = `a.id as "examAttemptId", a.sitting_id as "sittingId", a.staff_number as "staffNumber", a.ordinal, a.seed,
  a.paper, a.full_marks as "fullMarks", a.started_at as "startedAt", a.deadline_at as "deadlineAt",
  a.accepts_until as "acceptsUntil", a.state, a.submitted_at as "submittedAt", a.submitted_by as "submittedBy",
  a.auto_points as "autoPoints", a.score::float8 as score, a.passed, a.first_score::float8 as "firstScore",
  a.released_at as "releasedAt", s.title`;
const ATTEMPTS = 'exam_attempt a join exam_sitting s on s.id = a.sitting_id';

@Injectable()
export class PgExamAttempts extends ExamAttempts {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async countStart(
    { sittingId, attemptLimit, listed }: { sittingId: string; attemptLimit: number; listed: boolean },
    staffNumber: string,
    examAttemptId: string,
  ): Promise<CountedStart> {
    const [counted] = await this.work.query<{ starts: number }>(
      `insert into exam_candidate as c (sitting_id, staff_number, starts, open_attempt)
       select $1, $2, 1, $3 where not $5::boolean
           or exists (select 1 from exam_candidate where sitting_id = $1 and staff_number = $2)
       on conflict (sitting_id, staff_number) do update set starts = c.starts + 1, open_attempt = excluded.open_attempt
         where c.starts < $4 and c.open_attempt is null
       returning starts`,
      [sittingId, staffNumber, examAttemptId, attemptLimit, listed],
    );
    if (counted) return { outcome: 'started', ordinal: counted.starts };
    const [candidate] = await this.work.query<{ open: string | null }>(
      'select open_attempt as open from exam_candidate where sitting_id = $1 and staff_number = $2',
      [sittingId, staffNumber],
    );
    if (!candidate) return { outcome: 'not-a-candidate' };
    return candidate.open === null
      ? { outcome: 'no-start-left' }
      : { outcome: 'running', examAttemptId: candidate.open };
  }

  async add(attempt: NewExamAttempt): Promise<void> {
    await this.work.execute(
      `insert into exam_attempt (id, sitting_id, staff_number, ordinal, seed, paper, full_marks, started_at, deadline_at,
         accepts_until, state) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'started')`,
      [
        attempt.examAttemptId,
        attempt.sittingId,
        attempt.staffNumber,
        attempt.ordinal,
        attempt.seed,
        JSON.stringify(attempt.paper),
        attempt.fullMarks,
        attempt.startedAt,
        attempt.deadlineAt,
        attempt.acceptsUntil,
      ],
    );
  }

  find(examAttemptId: string): Promise<ExamAttempt | undefined> {
    return this.first('', examAttemptId);
  }

  lock(examAttemptId: string): Promise<ExamAttempt | undefined> {
    return this.first('for update of a', examAttemptId);
  }

  holdOpen(examAttemptId: string): Promise<ExamAttempt | undefined> {
    return this.first('for share of a', examAttemptId);
  }

  async list(filter: ExamAttemptFilter, limit: number, cursor?: string): Promise<Page<ExamAttempt>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<ExamAttempt>>(
      `select ${ATTEMPT} from ${ATTEMPTS}
        where ($1::uuid is null or a.sitting_id = $1) and ($2::text is null or a.staff_number = $2)
          and ($3::text is null or a.state = $3) and ($4::text[] is null or a.staff_number = any ($4))
          and ($5::timestamptz is null or (a.started_at, a.id) < ($5, $6::uuid))
        order by a.started_at desc, a.id desc limit $7`,
      [
        filter.sittingId,
        filter.staffNumber,
        filter.state,
        filter.staffNumbers,
        after[0],
        after[1],
        limit + 1,
      ],
    );
    return pageOf(
      rows.map((row) => withoutNulls<ExamAttempt>(row)),
      limit,
      ({ startedAt, examAttemptId }) => [startedAt.toISOString(), examAttemptId],
    );
  }

  answers(examAttemptId: string): Promise<readonly StoredAnswer[]> {
    return this.work.query<StoredAnswer>(
      'select no, answer, order_no::float8 as "order" from exam_answer where attempt_id = $1 order by no',
      [examAttemptId],
    );
  }

  async saveAnswers(examAttemptId: string, answers: readonly StoredAnswer[], at: Date): Promise<void> {
    await this.work.execute(
      `insert into exam_answer as kept (attempt_id, no, answer, order_no, saved_at)
       select $1, no, answer, "order", $3 from jsonb_to_recordset($2::jsonb) as given (no integer, answer jsonb, "order" bigint)
        order by no
       on conflict (attempt_id, no) do update
         set answer = excluded.answer, order_no = excluded.order_no, saved_at = excluded.saved_at
         where kept.order_no < excluded.order_no`,
      [examAttemptId, JSON.stringify(answers), at],
    );
  }

  async submit(examAttemptId: string, { at, by, autoPoints, scored }: Submission): Promise<void> {
    await this.work.execute(
      `with submitted as (
         update exam_attempt set state = $2, submitted_at = $3, submitted_by = $4, auto_points = $5, score = $6, passed = $7
          where id = $1 returning id, sitting_id, staff_number)
       update exam_candidate c set open_attempt = null from submitted
        where c.sitting_id = submitted.sitting_id and c.staff_number = submitted.staff_number`,
      [
        examAttemptId,
        scored ? 'marked' : 'submitted',
        at,
        by,
        JSON.stringify(autoPoints),
        scored?.score,
        scored?.passed,
      ],
    );
  }

  async due(now: Date, limit: number): Promise<readonly string[]> {
    const rows = await this.work.query<{ id: string }>(
      `select id from exam_attempt where state = 'started' and accepts_until < $1 order by accepts_until limit $2`,
      [now, limit],
    );
    return rows.map(({ id }) => id);
  }

  marks(examAttemptId: string): Promise<readonly RoundMark[]> {
    return this.work.query<RoundMark>(
      `select no, round, points::float8 as points, marked_by as "markedBy" from exam_mark
        where attempt_id = $1 order by no, round`,
      [examAttemptId],
    );
  }

  async addMarks(
    examAttemptId: string,
    marks: readonly (Omit<RoundMark, 'markedBy'> & { readonly remark?: string })[],
    { at, by }: { readonly at: Date; readonly by: string },
  ): Promise<void> {
    await this.work.execute(
      `insert into exam_mark (attempt_id, no, round, points, remark, marked_at, marked_by)
       select $1, no, round, points, remark, $3, $4 from jsonb_to_recordset($2::jsonb) as given (no integer, round smallint,
         points numeric(6, 2), remark text)`,
      [examAttemptId, JSON.stringify(marks), at, by],
    );
  }

  async setScore(examAttemptId: string, { score, passed }: Scored): Promise<void> {
    await this.work.execute(
      `update exam_attempt set state = 'marked', score = $2, passed = $3 where id = $1`,
      [examAttemptId, score, passed],
    );
  }

  async correctScore(examAttemptId: string, { score, passed }: Scored): Promise<void> {
    await this.work.execute(
      `update exam_attempt set first_score = coalesce(first_score, score), score = $2, passed = $3 where id = $1`,
      [examAttemptId, score, passed],
    );
  }

  private async first(lock: string, examAttemptId: string): Promise<ExamAttempt | undefined> {
    const [row] = await this.work.query<Nullable<ExamAttempt>>(
      `select ${ATTEMPT} from ${ATTEMPTS} where a.id = $1 ${lock}`,
      [examAttemptId],
    );
    return row && withoutNulls<ExamAttempt>(row);
  }
}
