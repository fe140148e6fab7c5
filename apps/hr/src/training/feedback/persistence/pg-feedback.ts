import { createHmac, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FeedbackAnswer } from '@switchyard/domain';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { Feedback } from '../feedback.port';

@Injectable()
export class PgFeedback extends Feedback {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async give(sessionId: string, staffNumber: string, answer: FeedbackAnswer): Promise<boolean> {
    const token = tokenOf(await this.secret(), sessionId, staffNumber);
    const first = await this.work.execute(
      'insert into training_feedback_token (token, session_id) values ($1, $2) on conflict do nothing',
      [token, sessionId],
    );
    if (first === 0) return false;
    // All answers are written anew, in no order: neither place nor transaction tells which of them came with the token.
    const before = await this.work.query<{ id: string; ratings: object; remark: string | null }>(
      'delete from training_feedback where session_id = $1 returning id, ratings, remark',
      [sessionId],
    );
    const all = [...before, { id: randomUUID(), ratings: answer.ratings, remark: answer.remark ?? null }];
    await this.work.execute(
      `insert into training_feedback (id, session_id, ratings, remark)
       select id, $1, ratings, remark from jsonb_to_recordset($2::jsonb) as given (id uuid, ratings jsonb, remark text)
        order by random()`,
      [sessionId, JSON.stringify(all)],
    );
    return true;
  }

  async answers(sessionId: string): Promise<readonly FeedbackAnswer[]> {
    const rows = await this.work.query<Nullable<FeedbackAnswer>>(
      'select ratings, remark from training_feedback where session_id = $1 order by id',
      [sessionId],
    );
    return rows.map((row) => withoutNulls<FeedbackAnswer>(row));
  }

  async givenBy(staffNumber: string, sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (sessionIds.length === 0) return new Set();
    const secret = await this.secret();
    const tokens = sessionIds.map((sessionId) => tokenOf(secret, sessionId, staffNumber));
    const rows = await this.work.query<{ sessionId: string }>(
      'select session_id as "sessionId" from training_feedback_token where token = any ($1)',
      [tokens],
    );
    return new Set(rows.map(({ sessionId }) => sessionId));
  }

  private async secret(): Promise<Buffer> {
    const [row] = await this.work.query<{ secret: Buffer }>('select secret from training_feedback_secret');
    if (!row) throw new Error('the secret of feedback tokens is gone');
    return row.secret;
  }
}

const tokenOf = (secret: Buffer, sessionId: string, staffNumber: string): string =>
  createHmac('sha256', secret).update(`${sessionId} ${staffNumber}`).digest('hex');
