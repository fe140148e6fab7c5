import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type ChangePlanItemRequest,
  type PlanItemFields,
  type RequestContext,
  type ReviewPlanItemRequest,
  WORK_PLAN_ERRORS,
} from '@switchyard/contracts';
import { breaksDown, workPlanPeriod } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Members } from '../common/members';
import { type PlanItem, WorkPlan } from './work-plan.port';

/** The annual plan is broken down, changed and reviewed. */
@Injectable()
export class WritePlan {
  constructor(
    private readonly plan: WorkPlan,
    private readonly members: Members,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `work-plan.not-found`, `work-plan.bad-period`, `workplace.unknown-staff` */
  async add(fields: PlanItemFields, context: RequestContext): Promise<PlanItem> {
    const { parentId, period } = fields;
    const span = workPlanPeriod(period);
    if (!span) throw badPeriod(`${period} is no year, quarter or month; write 2026, 2026-Q3 or 2026-09.`);
    await this.members.known(fields.ownerNumber, 'ownerNumber');
    const by = await this.members.nameOf(context);
    const item = { ...fields, id: randomUUID(), year: Number(period.slice(0, 4)), periodTo: span.to };
    return this.work.inTransaction(async () => {
      if (parentId !== undefined) {
        const whole = await this.plan.lock(parentId);
        if (!whole) throw planItemNotFound(parentId);
        if (!breaksDown(whole.period, period))
          throw badPeriod(`${period} does not lie within ${whole.period}; give a shorter period within it.`);
      }
      await this.plan.add(item, this.clock.now(), by);
      return { ...item, state: 'open' as const, reviews: [] };
    });
  }

  /** @throws DomainError `work-plan.not-found`, `work-plan.parts-open`, `workplace.unknown-staff` */
  async change({ itemId, ...change }: ChangePlanItemRequest, context: RequestContext): Promise<PlanItem> {
    if (change.ownerNumber !== undefined) await this.members.known(change.ownerNumber, 'ownerNumber');
    const by = await this.members.nameOf(context);
    return this.work.inTransaction(async () => {
      const item = await this.locked(itemId);
      const open = change.state === 'done' ? await this.plan.openParts(itemId) : 0;
      if (open > 0) {
        throw new DomainError(
          WORK_PLAN_ERRORS.partsOpen,
          `${open} parts of it are open; finish or drop them first.`,
          { field: 'state', open },
        );
      }
      await this.plan.change(itemId, change, this.clock.now(), by);
      return { ...item, ...change };
    });
  }

  /** @throws DomainError `work-plan.not-found` */
  async review(request: ReviewPlanItemRequest, context: RequestContext): Promise<PlanItem> {
    const { itemId, percent, text } = request;
    const reviewedBy = await this.members.nameOf(context);
    return this.work.inTransaction(async () => {
      const item = await this.locked(itemId);
      const review = { percent, text, reviewedAt: this.clock.now(), reviewedBy };
      await this.plan.review(itemId, review);
      return { ...item, reviews: [review, ...item.reviews] };
    });
  }

  private async locked(itemId: string): Promise<PlanItem> {
    const item = await this.plan.lock(itemId);
    if (!item) throw planItemNotFound(itemId);
    return item;
  }
}

const planItemNotFound = (itemId: string): DomainError =>
  new DomainError(WORK_PLAN_ERRORS.notFound, `There is no plan item ${itemId}.`, { itemId });

const badPeriod = (message: string): DomainError =>
  new DomainError(WORK_PLAN_ERRORS.badPeriod, message, { field: 'period' });
