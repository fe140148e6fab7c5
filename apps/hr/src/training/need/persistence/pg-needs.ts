import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../../page';
import { type FoundInQuarter, type Gathered, type Need, type NeedFilter, Needs } from '../needs.port';

const NEED = `id as "needId", year, quarter, source, topic, course_code as "courseCode", staff_numbers as "staffNumbers",
  finding_ids as "findingIds", remark, state, decision, decided_at as "decidedAt", decided_by as "decidedBy",
  made_at as "madeAt", made_by as "madeBy"`;

@Injectable()
export class PgNeeds extends Needs {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(needId: string): Promise<Need | undefined> {
    const [row] = await this.work.query<Nullable<Need>>(`select ${NEED} from training_need where id = $1`, [
      needId,
    ]);
    return row && withoutNulls<Need>(row);
  }

  async list(
    { year, quarter, state, source }: NeedFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<Need>> {
    const after =
      cursor === undefined
        ? []
        : decodeCursor(cursor, CURSOR_PARTS.integer, CURSOR_PARTS.integer, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<Need>>(
      `select ${NEED} from training_need
        where ($1::integer is null or year = $1) and ($2::integer is null or quarter = $2)
          and ($3::text is null or state = $3) and ($4::text is null or source = $4)
          and ($5::integer is null or (year, quarter, id) < ($5, $6::integer, $7::uuid))
        order by year desc, quarter desc, id desc limit $8`,
      [year, quarter, state, source, after[0], after[1], after[2], limit + 1],
    );
    return pageOf(
      rows.map((row) => withoutNulls<Need>(row)),
      limit,
      (need) => [String(need.year), String(need.quarter), need.needId],
    );
  }

  async add(need: Need): Promise<void> {
    const { needId, year, quarter, source, topic, courseCode, staffNumbers, findingIds, remark, state } =
      need;
    await this.work.execute(
      `insert into training_need (id, year, quarter, source, topic, course_code, staff_numbers, finding_ids, remark, state,
         made_at, made_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        needId,
        year,
        quarter,
        source,
        topic,
        courseCode,
        staffNumbers,
        findingIds,
        remark,
        state,
        need.madeAt,
        need.madeBy,
      ],
    );
  }

  async gather(found: FoundInQuarter, at: Date, by: string): Promise<Gathered> {
    const { year, quarter, topic, courseCode, staffNumbers, findingIds, remark } = found;
    const [row] = await this.work.query<{ added: boolean }>(
      `insert into training_need as known (id, year, quarter, source, topic, course_code, staff_numbers, finding_ids, remark,
         state, made_at, made_by)
       values ($1, $2, $3, 'quality', $4, (select code from course where code = $5), $6, $7, $8, 'open', $9, $10)
       on conflict (year, quarter, topic) where source = 'quality' do update
         set staff_numbers = excluded.staff_numbers, finding_ids = excluded.finding_ids
         where known.state = 'open' and known.finding_ids <> excluded.finding_ids
       returning xmax = 0 as added`,
      [randomUUID(), year, quarter, topic, courseCode, staffNumbers, findingIds, remark, at, by],
    );
    if (!row) return 'same';
    return row.added ? 'added' : 'grown';
  }

  async decide({ needId, state, decision, decidedAt, decidedBy, courseCode }: Need): Promise<boolean> {
    const decided = await this.work.execute(
      `update training_need set state = $2, decision = $3, decided_at = $4, decided_by = $5, course_code = $6
        where id = $1 and state = 'open'`,
      [needId, state, decision, decidedAt, decidedBy, courseCode],
    );
    return decided > 0;
  }
}
