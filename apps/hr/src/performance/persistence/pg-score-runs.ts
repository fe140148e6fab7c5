import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../items/performance-items.port';
import { type RunCounts, type ScoreRun, ScoreRuns } from '../score/run/score-runs.port';

const COLUMNS = `id, month, state, after, staff, scored, unchanged, incomplete, failed, failures, started_at as "startedAt",
  started_by as "startedBy", ended_at as "endedAt"`;
/** Names of people that failed, kept with a run. */
const MOST_FAILURES = 100;

@Injectable()
export class PgScoreRuns extends ScoreRuns {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async begin(month: string, at: Date, by: string): Promise<ScoreRun> {
    await this.work.execute(
      `insert into score_run (id, month, state, started_at, started_by) values (gen_random_uuid(), $1, 'running', $2, $3)
       on conflict (month) where state = 'running' do nothing`,
      [month, at, by],
    );
    const [run] = await this.rows(`where month = $1 and state = 'running'`, [month]);
    if (!run) throw new Error(`the run of ${month} is neither new nor known`);
    return run;
  }

  async addDone(month: string, at: Date, by: string): Promise<string> {
    const [row] = await this.work.query<{ id: string }>(
      `insert into score_run (id, month, state, started_at, started_by, ended_at)
       values (gen_random_uuid(), $1, 'done', $2, $3, $2) returning id`,
      [month, at, by],
    );
    if (!row) throw new Error('a run was not added');
    return row.id;
  }

  running(): Promise<readonly ScoreRun[]> {
    return this.rows(`where state = 'running' order by started_at`, []);
  }

  async lockRunning(id: string): Promise<ScoreRun | undefined> {
    const [run] = await this.rows(`where id = $1 and state = 'running' for update skip locked`, [id]);
    return run;
  }

  async advance(id: string, after: string, counts: RunCounts, failures: readonly string[]): Promise<void> {
    const { staff, scored, unchanged, incomplete, failed } = counts;
    await this.work.execute(
      `update score_run set after = $2, staff = staff + $3, scored = scored + $4, unchanged = unchanged + $5,
         incomplete = incomplete + $6, failed = failed + $7,
         failures = case when jsonb_array_length(failures) < $9 then failures || $8::jsonb else failures end where id = $1`,
      [id, after, staff, scored, unchanged, incomplete, failed, JSON.stringify(failures), MOST_FAILURES],
    );
  }

  async end(id: string, at: Date): Promise<void> {
    await this.work.execute(`update score_run set state = 'done', ended_at = $2 where id = $1`, [id, at]);
  }

  async find(id: string): Promise<ScoreRun | undefined> {
    const [run] = await this.rows('where id = $1', [id]);
    return run;
  }

  async list(month: string | undefined, limit: number, cursor?: string): Promise<Page<ScoreRun>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const runs = await this.rows(
      `where ($1::text is null or month = $1) and ($2::timestamptz is null or (started_at, id) < ($2, $3::uuid))
       order by started_at desc, id desc limit $4`,
      [month, after[0], after[1], limit + 1],
    );
    return pageOf(runs, limit, ({ startedAt, id }) => [startedAt.toISOString(), id]);
  }

  private async rows(where: string, parameters: readonly unknown[]): Promise<ScoreRun[]> {
    const rows = await this.work.query<Nullable<ScoreRun>>(
      `select ${COLUMNS} from score_run ${where}`,
      parameters,
    );
    return rows.map((row) => withoutNulls<ScoreRun>(row));
  }
}
