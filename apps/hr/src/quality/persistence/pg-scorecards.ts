import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { type Page, type Scorecard, Scorecards, type ScorecardState } from '../scorecard/scorecards.port';

const COLUMNS = `code, version, names, sections, state, written_at as "writtenAt", written_by as "writtenBy",
  published_at as "publishedAt", published_by as "publishedBy", retired_at as "retiredAt", retired_by as "retiredBy"`;

@Injectable()
export class PgScorecards extends Scorecards {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async lock(code: string): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock(hashtextextended('quality-scorecard ' || $1, 0))`, [
      code,
    ]);
  }

  inState(code: string, state: 'draft' | 'published'): Promise<Scorecard | undefined> {
    return this.one('code = $1 and state = $2', [code, state]);
  }

  find(code: string, version: number): Promise<Scorecard | undefined> {
    return this.one('code = $1 and version = $2', [code, version]);
  }

  async lastVersion(code: string): Promise<number> {
    const [row] = await this.work.query<{ last: number }>(
      'select coalesce(max(version), 0) as last from quality_scorecard where code = $1',
      [code],
    );
    return row?.last ?? 0;
  }

  async save(scorecard: Scorecard): Promise<void> {
    await this.work.execute(
      `insert into quality_scorecard (code, version, names, sections, state, written_at, written_by, published_at, published_by,
         retired_at, retired_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (code, version) do update set names = $3, sections = $4, state = $5, written_at = $6, written_by = $7,
         published_at = $8, published_by = $9, retired_at = $10, retired_by = $11`,
      [
        scorecard.code,
        scorecard.version,
        JSON.stringify(scorecard.names),
        JSON.stringify(scorecard.sections),
        scorecard.state,
        scorecard.writtenAt,
        scorecard.writtenBy,
        scorecard.publishedAt,
        scorecard.publishedBy,
        scorecard.retiredAt,
        scorecard.retiredBy,
      ],
    );
  }

  async list(
    filter: { readonly code?: string; readonly state?: ScorecardState },
    limit: number,
    cursor?: string,
  ): Promise<Page<Scorecard>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text, CURSOR_PARTS.integer);
    const rows = await this.work.query<Nullable<Scorecard>>(
      `select ${COLUMNS} from quality_scorecard
       where ($1::text is null or code = $1) and ($2::text is null or state = $2)
         and ($3::text is null or (code, -version) > ($3, -$4::integer))
       order by code, version desc limit $5`,
      [filter.code, filter.state, after[0], after[1], limit + 1],
    );
    return pageOf(rows.map(toScorecard), limit, ({ code, version }) => [code, String(version)]);
  }

  private async one(where: string, parameters: readonly unknown[]): Promise<Scorecard | undefined> {
    const [row] = await this.work.query<Nullable<Scorecard>>(
      `select ${COLUMNS} from quality_scorecard where ${where}`,
      parameters,
    );
    return row && toScorecard(row);
  }
}

const toScorecard = (row: Nullable<Scorecard>): Scorecard => withoutNulls(row);
