import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { type Appeal, type AppealFilter, Appeals } from '../evaluation/appeals.port';
import type { Page } from '../scorecard/scorecards.port';
import { APPEAL } from './evaluation-rows';

@Injectable()
export class PgAppeals extends Appeals {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(appeal: Appeal): Promise<boolean> {
    const added = await this.work.execute(
      `insert into quality_appeal (id, evaluation_id, staff_number, reason, state, made_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (evaluation_id) do nothing`,
      [appeal.id, appeal.evaluationId, appeal.staffNumber, appeal.reason, appeal.state, appeal.madeAt],
    );
    return added > 0;
  }

  of(evaluationId: string): Promise<Appeal | undefined> {
    return this.one('a.evaluation_id = $1', evaluationId);
  }

  find(id: string): Promise<Appeal | undefined> {
    return this.one('a.id = $1', id);
  }

  async decide({ id, state, decidedAt, decidedBy, decider, decision }: Appeal): Promise<void> {
    await this.work.execute(
      `update quality_appeal set state = $2, decided_at = $3, decided_by = $4, decider = $5, decision = $6 where id = $1`,
      [id, state, decidedAt, decidedBy, decider, decision],
    );
  }

  async list(filter: AppealFilter, limit: number, cursor?: string): Promise<Page<Appeal>> {
    const key = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<Appeal>>(
      `select ${APPEAL} from quality_appeal a join quality_evaluation e on e.id = a.evaluation_id
       where ($1::text is null or a.state = $1) and ($2::text is null or a.staff_number = $2)
         and ($3::text[] is null or e.group_code = any ($3))
         and ($4::timestamptz is null or (a.made_at, a.id) < ($4, $5::uuid))
       order by a.made_at desc, a.id desc limit $6`,
      [filter.state, filter.staffNumber, filter.groups, key[0], key[1], limit + 1],
    );
    return pageOf(
      rows.map((row) => withoutNulls<Appeal>(row)),
      limit,
      ({ madeAt, id }) => [madeAt.toISOString(), id],
    );
  }

  private async one(where: string, id: string): Promise<Appeal | undefined> {
    const [row] = await this.work.query<Nullable<Appeal>>(
      `select ${APPEAL} from quality_appeal a where ${where}`,
      [id],
    );
    return row && withoutNulls<Appeal>(row);
  }
}
