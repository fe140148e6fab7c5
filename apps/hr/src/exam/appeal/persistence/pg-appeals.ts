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
import { type AppealOutcome, Appeals, type ExamAppeal, type NewAppeal } from '../appeals.port';

const APPEAL = `p.id as "appealId", p.attempt_id as "examAttemptId", p.staff_number as "staffNumber", p.reason,
  p.raised_at as "raisedAt", p.state, p.decision, p.decided_at as "decidedAt", p.decided_by as "decidedBy",
  p.score_before::float8 as "scoreBefore", p.score_after::float8 as "scoreAfter", s.title`;
const APPEALS = `exam_appeal p join exam_attempt a on a.id = p.attempt_id join exam_sitting s on s.id = a.sitting_id`;

@Injectable()
export class PgAppeals extends Appeals {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add({
    appealId,
    examAttemptId,
    staffNumber,
    reason,
    raisedAt,
    scoreBefore,
  }: NewAppeal): Promise<boolean> {
    const added = await this.work.execute(
      `insert into exam_appeal (id, attempt_id, staff_number, reason, raised_at, state, score_before)
       values ($1, $2, $3, $4, $5, 'open', $6) on conflict (attempt_id) do nothing`,
      [appealId, examAttemptId, staffNumber, reason, raisedAt, scoreBefore],
    );
    return added > 0;
  }

  async find(appealId: string): Promise<ExamAppeal | undefined> {
    const [row] = await this.work.query<Nullable<ExamAppeal>>(
      `select ${APPEAL} from ${APPEALS} where p.id = $1`,
      [appealId],
    );
    return row && withoutNulls<ExamAppeal>(row);
  }

  async list(
    state: ExamAppeal['state'] | undefined,
    limit: number,
    cursor?: string,
  ): Promise<Page<ExamAppeal>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<ExamAppeal>>(
      `select ${APPEAL} from ${APPEALS} where ($1::text is null or p.state = $1)
          and ($2::timestamptz is null or (p.raised_at, p.id) < ($2, $3::uuid))
        order by p.raised_at desc, p.id desc limit $4`,
      [state, after[0], after[1], limit + 1],
    );
    return pageOf(
      rows.map((row) => withoutNulls<ExamAppeal>(row)),
      limit,
      ({ raisedAt, appealId }) => [raisedAt.toISOString(), appealId],
    );
  }

  async decide(
    appealId: string,
    { state, decision, decidedAt, decidedBy, scoreAfter }: AppealOutcome,
  ): Promise<boolean> {
    const decided = await this.work.execute(
      `update exam_appeal set state = $2, decision = $3, decided_at = $4, decided_by = $5, score_after = $6
        where id = $1 and state = 'open'`,
      [appealId, state, decision, decidedAt, decidedBy, scoreAfter],
    );
    return decided > 0;
  }
}
