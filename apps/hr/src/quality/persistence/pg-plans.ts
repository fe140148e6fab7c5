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
  type ImprovementPlan,
  ImprovementPlans,
  type PlanAction,
  type PlanFilter,
  type PlanNote,
  type PlanState,
} from '../improvement/plans.port';
import type { Page } from '../scorecard/scorecards.port';

const COLUMNS = `p.id, p.staff_number as "staffNumber", p.group_code as "groupCode", p.evaluation_id as "evaluationId",
  p.item_codes as "itemCodes", p.goal, p.deadline::text, p.leader_number as "leaderNumber", p.trainer_number as "trainerNumber",
  p.state, p.opened_at as "openedAt", p.opened_by as "openedBy", p.closed_at as "closedAt", p.closed_by as "closedBy", p.outcome`;

@Injectable()
export class PgPlans extends ImprovementPlans {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async open(plan: ImprovementPlan): Promise<void> {
    await this.work.inTransaction(async () => {
      await this.work.execute(
        `insert into quality_plan (id, staff_number, group_code, evaluation_id, item_codes, goal, deadline, leader_number,
           trainer_number, state, opened_at, opened_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          plan.id,
          plan.staffNumber,
          plan.groupCode,
          plan.evaluationId,
          plan.itemCodes,
          plan.goal,
          plan.deadline,
          plan.leaderNumber,
          plan.trainerNumber,
          plan.state,
          plan.openedAt,
          plan.openedBy,
        ],
      );
      await this.work.execute(
        `insert into quality_plan_action (plan_id, place, what, due)
         select $1, place, what, due from unnest($2::integer[], $3::text[], $4::date[]) as action (place, what, due)`,
        [
          plan.id,
          plan.actions.map(({ place }) => place),
          plan.actions.map(({ what }) => what),
          plan.actions.map(({ due }) => due),
        ],
      );
    });
  }

  find(id: string): Promise<ImprovementPlan | undefined> {
    return this.one(id, '');
  }

  lock(id: string): Promise<ImprovementPlan | undefined> {
    return this.one(id, 'for update of p');
  }

  async ofFormerStaff(): Promise<readonly string[]> {
    const rows = await this.work.query<{ id: string }>(
      `select p.id from quality_plan p join staff s on s.staff_number = p.staff_number
       where p.state = 'open' and s.status = 'left' order by p.opened_at, p.id limit 500`,
    );
    return rows.map(({ id }) => id);
  }

  notes(id: string): Promise<readonly PlanNote[]> {
    return this.work.query<PlanNote>(
      `select text, made_at as "madeAt", made_by as "madeBy" from quality_plan_note where plan_id = $1 order by id`,
      [id],
    );
  }

  async finish(id: string, place: number, at: Date, by: string, note?: string): Promise<void> {
    await this.work.execute(
      `update quality_plan_action set done_at = $3, done_by = $4, note = $5
       where plan_id = $1 and place = $2 and done_at is null`,
      [id, place, at, by, note],
    );
  }

  async note(id: string, { text, madeAt, madeBy }: PlanNote): Promise<void> {
    await this.work.execute(
      'insert into quality_plan_note (plan_id, text, made_at, made_by) values ($1, $2, $3, $4)',
      [id, text, madeAt, madeBy],
    );
  }

  async close(id: string, state: PlanState, outcome: string, at: Date, by: string): Promise<void> {
    await this.work.execute(
      'update quality_plan set state = $2, outcome = $3, closed_at = $4, closed_by = $5 where id = $1',
      [id, state, outcome, at, by],
    );
  }

  async list(
    filter: PlanFilter,
    today: string,
    limit: number,
    cursor?: string,
  ): Promise<Page<ImprovementPlan>> {
    const key = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const plans = await this.select(
      `where ($1::text is null or p.staff_number = $1) and ($2::text is null or p.group_code = $2)
         and ($3::text[] is null or p.group_code = any ($3)) and ($4::text is null or p.state = $4)
         and ($5::boolean is null or (p.state = 'open' and p.deadline < $6::date) = $5)
         and ($7::timestamptz is null or (p.opened_at, p.id) < ($7, $8::uuid))
       order by p.opened_at desc, p.id desc limit $9`,
      [
        filter.staffNumber,
        filter.groupCode,
        filter.groups,
        filter.state,
        filter.overdue,
        today,
        key[0],
        key[1],
        limit + 1,
      ],
    );
    return pageOf(plans, limit, ({ openedAt, id }) => [openedAt.toISOString(), id]);
  }

  private async one(id: string, lock: string): Promise<ImprovementPlan | undefined> {
    const [plan] = await this.select(`where p.id = $1 ${lock}`, [id]);
    return plan;
  }

  private async select(where: string, parameters: readonly unknown[]): Promise<ImprovementPlan[]> {
    const rows = await this.work.query<Nullable<Omit<ImprovementPlan, 'actions'>>>(
      `select ${COLUMNS} from quality_plan p ${where}`,
      parameters,
    );
    const actions = await this.work.query<Nullable<PlanAction & { planId: string }>>(
      `select plan_id as "planId", place, what, due::text, done_at as "doneAt", done_by as "doneBy", note
       from quality_plan_action where plan_id = any ($1::uuid[]) order by place`,
      [rows.map(({ id }) => id)],
    );
    return rows.map((row) => ({
      ...withoutNulls<Omit<ImprovementPlan, 'actions'>>(row),
      actions: actions
        .filter(({ planId }) => planId === row.id)
        .map(({ planId: _plan, ...action }) => withoutNulls<PlanAction>(action)),
    }));
  }
}
