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
  type Escalation,
  type EscalationFilter,
  Escalations,
  type LooseFault,
} from '../escalation/escalations.port';
import type { Page } from '../scorecard/scorecards.port';

const COLUMNS = `id, staff_number as "staffNumber", group_code as "groupCode", leader_number as "leaderNumber", item_code as "itemCode",
  names, course_code as "courseCode", times, within_days as "withinDays", first_at as "firstAt", last_at as "lastAt",
  last_day::text as "lastDay", evaluation_ids as "evaluationIds", raised_at as "raisedAt", withdrawn_at as "withdrawnAt",
  settled_at as "settledAt", settled_by as "settledBy", settlement`;

@Injectable()
export class PgEscalations extends Escalations {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async lock(staffNumber: string): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock(hashtextextended('quality-faults ' || $1, 0))`, [
      staffNumber,
    ]);
  }

  async looseFaults(staffNumber: string, itemCode: string): Promise<readonly LooseFault[]> {
    const rows = await this.work.query<Nullable<LooseFault>>(
      `select e.id as "evaluationId", e.call_at as at, m.names, m.course_code as "courseCode"
       from quality_evaluation e join quality_mark m on m.evaluation_id = e.id
       where e.staff_number = $1 and m.item_code = $2 and m.fault and not exists (
         select 1 from quality_escalation x where x.staff_number = $1 and x.item_code = $2 and x.withdrawn_at is null
           and e.id = any (x.evaluation_ids))`,
      [staffNumber, itemCode],
    );
    return rows.map((row) => withoutNulls<LooseFault>(row));
  }

  async add(one: Escalation): Promise<void> {
    await this.work.execute(
      `insert into quality_escalation (id, staff_number, group_code, leader_number, item_code, names, course_code, times,
         within_days, first_at, last_at, last_day, evaluation_ids, raised_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        one.id,
        one.staffNumber,
        one.groupCode,
        one.leaderNumber,
        one.itemCode,
        JSON.stringify(one.names),
        one.courseCode,
        one.times,
        one.withinDays,
        one.firstAt,
        one.lastAt,
        one.lastDay,
        one.evaluationIds,
        one.raisedAt,
      ],
    );
  }

  standingWith(evaluationId: string): Promise<readonly { readonly id: string; readonly faults: number }[]> {
    return this.work.query<{ id: string; faults: number }>(
      `select x.id, (select count(*)::integer from quality_mark m where m.evaluation_id = any (x.evaluation_ids)
           and m.item_code = x.item_code and m.fault) as faults
       from quality_escalation x where $1::uuid = any (x.evaluation_ids) and x.withdrawn_at is null for update of x`,
      [evaluationId],
    );
  }

  async withdraw(id: string, at: Date): Promise<void> {
    await this.work.execute('update quality_escalation set withdrawn_at = $2 where id = $1', [id, at]);
  }

  async find(id: string): Promise<Escalation | undefined> {
    const [row] = await this.work.query<Nullable<Escalation>>(
      `select ${COLUMNS} from quality_escalation where id = $1`,
      [id],
    );
    return row && toEscalation(row);
  }

  async settle(id: string, at: Date, by: string, settlement: string): Promise<void> {
    await this.work.execute(
      `update quality_escalation set settled_at = $2, settled_by = $3, settlement = $4 where id = $1 and settled_at is null`,
      [id, at, by, settlement],
    );
  }

  async list(filter: EscalationFilter, limit: number, cursor?: string): Promise<Page<Escalation>> {
    const key = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<Escalation>>(
      `select ${COLUMNS} from quality_escalation
       where ($1::text is null or staff_number = $1) and ($2::text is null or group_code = $2)
         and ($3::text[] is null or group_code = any ($3)) and ($4::text is null or leader_number = $4)
         and ($5::text is null or item_code = $5)
         and ($6::boolean is null or (settled_at is null and withdrawn_at is null) = $6)
         and ($7::timestamptz is null or (raised_at, id) < ($7, $8::uuid))
       order by raised_at desc, id desc limit $9`,
      [
        filter.staffNumber,
        filter.groupCode,
        filter.groups,
        filter.leaderNumber,
        filter.itemCode,
        filter.open,
        key[0],
        key[1],
        limit + 1,
      ],
    );
    return pageOf(rows.map(toEscalation), limit, ({ raisedAt, id }) => [raisedAt.toISOString(), id]);
  }
}

const toEscalation = (row: Nullable<Escalation>): Escalation => withoutNulls(row);
