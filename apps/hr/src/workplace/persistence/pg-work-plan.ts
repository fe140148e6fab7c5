import { Injectable } from '@nestjs/common';
import type { LocalDate, WorkPlanNode } from '@switchyard/domain';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { listRows, type PageOptions, type RowPage } from '../common/list-rows';
import {
  type NewPlanItem,
  type PlanChange,
  type PlanFilter,
  type PlanItem,
  type PlanReview,
  WorkPlan,
} from '../work-plan/work-plan.port';

const ITEM = `id, parent_id as "parentId", year, period, period_to::text as "periodTo", title, target,
  owner_number as "ownerNumber", state`;
const MOST_REVIEWS = 50;

type ItemRow = Nullable<Omit<PlanItem, 'reviews'>>;
type ReviewRow = PlanReview & { readonly itemId: string };

@Injectable()
export class PgWorkPlan extends WorkPlan {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(item: NewPlanItem, at: Date, by: string): Promise<void> {
    const { id, parentId, year, period, periodTo, title, target, ownerNumber } = item;
    await this.work.execute(
      `insert into work_plan_item (id, parent_id, year, period, period_to, title, target, owner_number, state,
         created_at, created_by, changed_at, changed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $10, $9, $10)`,
      [id, parentId, year, period, periodTo, title, target, ownerNumber, at, by],
    );
  }

  find(id: string): Promise<PlanItem | undefined> {
    return this.one('where id = $1', id);
  }

  lock(id: string): Promise<PlanItem | undefined> {
    return this.one('where id = $1 for update', id);
  }

  async openParts(id: string): Promise<number> {
    const [row] = await this.work.query<{ count: number }>(
      `select count(*)::integer as count from work_plan_item where parent_id = $1 and state = 'open'`,
      [id],
    );
    return row?.count ?? 0;
  }

  async change(
    id: string,
    { title, target, ownerNumber, state }: PlanChange,
    at: Date,
    by: string,
  ): Promise<void> {
    await this.work.execute(
      `update work_plan_item set title = coalesce($2, title), target = coalesce($3, target),
         owner_number = coalesce($4, owner_number), state = coalesce($5, state), changed_at = $6, changed_by = $7
       where id = $1`,
      [id, title, target, ownerNumber, state, at, by],
    );
  }

  async review(id: string, { percent, text, reviewedAt, reviewedBy }: PlanReview): Promise<void> {
    await this.work.execute(
      `insert into work_plan_review (item_id, percent, text, reviewed_at, reviewed_by) values ($1, $2, $3, $4, $5)`,
      [id, percent, text, reviewedAt, reviewedBy],
    );
  }

  async list(filter: PlanFilter, today: LocalDate, options: PageOptions): Promise<RowPage<PlanItem>> {
    const behind = `state = 'open' and period_to < ?::date`;
    const page = await listRows<ItemRow>(
      this.work,
      {
        columns: ITEM,
        from: 'work_plan_item',
        at: 'created_at',
        id: 'id',
        where: [
          ['year = ?', filter.year],
          ['period = ?', filter.period],
          ['parent_id = ?::uuid', filter.parentId],
          ['owner_number = ?', filter.ownerNumber],
          ['state = ?', filter.state],
          [
            filter.behind === false ? `not (${behind})` : behind,
            filter.behind === undefined ? undefined : today,
          ],
        ],
      },
      options,
    );
    return { ...page, items: await this.withReviews(page.items) };
  }

  async nodesOf(years: readonly number[]): Promise<readonly WorkPlanNode[]> {
    const rows = await this.work.query<Nullable<WorkPlanNode>>(
      `select i.id, i.parent_id as "parentId", i.state,
              (select r.percent from work_plan_review r where r.item_id = i.id order by r.id desc limit 1) as reviewed
         from work_plan_item i where i.year = any ($1::integer[])`,
      [years],
    );
    return rows.map((row) => withoutNulls<WorkPlanNode>(row));
  }

  private async one(where: string, id: string): Promise<PlanItem | undefined> {
    const rows = await this.work.query<ItemRow>(`select ${ITEM} from work_plan_item ${where}`, [id]);
    return (await this.withReviews(rows))[0];
  }

  private async withReviews(rows: readonly ItemRow[]): Promise<PlanItem[]> {
    const reviews = await this.work.query<ReviewRow>(
      `select item_id as "itemId", percent, text, reviewed_at as "reviewedAt", reviewed_by as "reviewedBy"
         from work_plan_review where item_id = any ($1::uuid[]) order by id desc`,
      [rows.map(({ id }) => id)],
    );
    return rows.map((row) => ({
      ...withoutNulls<Omit<PlanItem, 'reviews'>>(row),
      reviews: reviews
        .filter(({ itemId }) => itemId === row.id)
        .slice(0, MOST_REVIEWS)
        .map(({ itemId: _itemId, ...review }) => review),
    }));
  }
}
