import { Controller, Inject } from '@nestjs/common';
import {
  AddPlanItem,
  ChangePlanItem,
  ChangePlanItemRequest,
  ListOwnPlanItems,
  ListPlanItems,
  ListPlanItemsRequest,
  OrderedPageRequest,
  PlanItemFields,
  type PlanItemPage,
  type PlanItemView,
  type RequestContext,
  ReviewPlanItem,
  ReviewPlanItemRequest,
} from '@switchyard/contracts';
import { localDateAt, workPlanProgress } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Members } from '../common/members';
import { toPlanItemView } from './plan-item-view';
import { type PlanFilter, type PlanItem, WorkPlan } from './work-plan.port';
import { WritePlan } from './write-plan';

@Controller()
export class WorkPlanHandler {
  constructor(
    private readonly plan: WorkPlan,
    private readonly writing: WritePlan,
    private readonly members: Members,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(AddPlanItem)
  async add(request: PlanItemFields, context: RequestContext): Promise<PlanItemView> {
    return this.view(await this.writing.add(request, context));
  }

  @Handles(ChangePlanItem)
  async change(request: ChangePlanItemRequest, context: RequestContext): Promise<PlanItemView> {
    return this.view(await this.writing.change(request, context));
  }

  @Handles(ReviewPlanItem)
  async review(request: ReviewPlanItemRequest, context: RequestContext): Promise<PlanItemView> {
    return this.view(await this.writing.review(request, context));
  }

  @Handles(ListPlanItems)
  list(request: ListPlanItemsRequest): Promise<PlanItemPage> {
    const { limit, cursor, order, ...filter } = request;
    return this.page(filter, { limit, cursor, order });
  }

  @Handles(ListOwnPlanItems)
  async own(request: OrderedPageRequest, context: RequestContext): Promise<PlanItemPage> {
    const { staffNumber } = await this.members.acting(context);
    return this.page({ ownerNumber: staffNumber }, request);
  }

  private async page(filter: PlanFilter, options: OrderedPageRequest): Promise<PlanItemPage> {
    const page = await this.plan.list(filter, localDateAt(this.clock.now()), options);
    return { ...page, items: await this.views(page.items) };
  }

  private async view(item: PlanItem): Promise<PlanItemView> {
    const [view] = await this.views([item]);
    if (!view) throw new Error('an item has no view');
    return view;
  }

  private async views(items: readonly PlanItem[]): Promise<PlanItemView[]> {
    const years = [...new Set(items.map(({ year }) => year))];
    const progress = workPlanProgress(await this.plan.nodesOf(years));
    const today = localDateAt(this.clock.now());
    return items.map((item) => toPlanItemView(item, progress.get(item.id), today));
  }
}
