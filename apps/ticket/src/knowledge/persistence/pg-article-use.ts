import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  ArticleUse,
  type Citation,
  type Feedback,
  type FeedbackFilter,
  type FeedbackPage,
} from '../article-use/article-use.port';

const COLUMNS = `id as "feedbackId", code, version, helpful, note, number, given_at as "givenAt", given_by as "givenBy",
  settled_at as "settledAt", settled_by as "settledBy", settlement`;

type FeedbackRow = Nullable<Feedback>;

@Injectable()
export class PgArticleUse extends ArticleUse {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async cite(citation: Citation): Promise<{ stored: Citation; citations: number }> {
    const { code, version, number, citedAt, citedBy } = citation;
    const added = await this.work.execute(
      `insert into knowledge_citation (code, number, version, cited_at, cited_by) values ($1, $2, $3, $4, $5)
       on conflict (code, number) do nothing`,
      [code, number, version, citedAt, citedBy],
    );
    const [head] = await this.work.query<{ citations: number }>(
      added > 0
        ? 'update knowledge_article set citations = citations + 1 where code = $1 returning citations'
        : 'select citations from knowledge_article where code = $1',
      [code],
    );
    const [stored] = await this.work.query<Citation>(
      `select code, version, number, cited_at as "citedAt", cited_by as "citedBy" from knowledge_citation
       where code = $1 and number = $2`,
      [code, number],
    );
    return { stored: stored ?? citation, citations: head?.citations ?? 0 };
  }

  async workOrderExists(number: string): Promise<boolean> {
    const rows = await this.work.query('select from work_order where number = $1', [number]);
    return rows.length > 0;
  }

  async judge(feedback: Feedback): Promise<void> {
    const { feedbackId, code, version, helpful, note, number, givenAt, givenBy } = feedback;
    await this.work.query(
      `insert into knowledge_feedback (id, code, version, helpful, note, number, given_at, given_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [feedbackId, code, version, helpful, note, number, givenAt, givenBy],
    );
    if (!helpful) await this.count(code, 1);
  }

  async settle(
    feedbackId: string,
    { settledAt, settledBy, settlement }: Required<Pick<Feedback, 'settledAt' | 'settledBy' | 'settlement'>>,
  ): Promise<Feedback | undefined> {
    const [changed] = await this.work.query<{ code: string; helpful: boolean }>(
      `update knowledge_feedback set settled_at = $2, settled_by = $3, settlement = $4
       where id = $1 and settled_at is null returning code, helpful`,
      [feedbackId, settledAt, settledBy, settlement],
    );
    if (changed && !changed.helpful) await this.count(changed.code, -1);
    const [row] = await this.work.query<FeedbackRow>(
      `select ${COLUMNS} from knowledge_feedback where id = $1`,
      [feedbackId],
    );
    return row && toFeedback(row);
  }

  async feedback(filter: FeedbackFilter, limit: number, cursor?: string): Promise<FeedbackPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<FeedbackRow>(
      `select ${COLUMNS} from knowledge_feedback
       where ($1::text is null or code = $1) and ($2::boolean is null or helpful = $2)
         and ($3::boolean is null or (settled_at is not null) = $3)
         and ($4::timestamptz is null or (given_at, id) < ($4, $5::uuid))
       order by given_at desc, id desc limit $6`,
      [filter.code, filter.helpful, filter.settled, after[0], after[1], limit + 1],
    );
    return pageOf(rows.map(toFeedback), limit, ({ givenAt, feedbackId }) => [
      givenAt.toISOString(),
      feedbackId,
    ]);
  }

  private async count(code: string, by: 1 | -1): Promise<void> {
    await this.work.query(
      'update knowledge_article set open_complaints = open_complaints + $2 where code = $1',
      [code, by],
    );
  }
}

function toFeedback(row: FeedbackRow): Feedback {
  return withoutNulls<Feedback>(row);
}
