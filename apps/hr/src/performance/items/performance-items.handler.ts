import { Controller, Inject } from '@nestjs/common';
import {
  CancelPerformanceItem,
  type CancelPerformanceItemRequest,
  ListPerformanceItems,
  type ListPerformanceItemsRequest,
  PERFORMANCE_ERRORS,
  type PerformanceItemPage,
  type PerformanceItemView,
  RecordPerformanceItem,
  type RecordPerformanceItemRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { PerformanceSight } from '../sight';
import { toItemView } from './item-view';
import { PerformanceItems } from './performance-items.port';
import { RecordItem } from './record-item.use-case';

@Controller()
export class PerformanceItemsHandler {
  constructor(
    private readonly record: RecordItem,
    private readonly items: PerformanceItems,
    private readonly sight: PerformanceSight,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(RecordPerformanceItem)
  async add(request: RecordPerformanceItemRequest, context: RequestContext): Promise<PerformanceItemView> {
    return toItemView(await this.record.execute(request, context));
  }

  @Handles(CancelPerformanceItem)
  cancel(
    { itemId, reason }: CancelPerformanceItemRequest,
    context: RequestContext,
  ): Promise<PerformanceItemView> {
    return this.work.inTransaction(async () => {
      const item = await this.items.lock(itemId);
      if (!item)
        throw new DomainError(PERFORMANCE_ERRORS.itemNotFound, `There is no item ${itemId}.`, { itemId });
      await this.sight.assertAnother(
        item.staffNumber,
        context,
        'Somebody else has to take back what concerns you.',
      );
      if (item.cancelledAt)
        throw new DomainError(PERFORMANCE_ERRORS.itemCancelled, 'The item was taken back before.', {
          itemId,
        });
      const cancelledAt = this.clock.now();
      await this.items.cancel(itemId, context.actor.id, cancelledAt, reason);
      return toItemView({ ...item, cancelledAt, cancelledBy: context.actor.id, cancelledReason: reason });
    });
  }

  @Handles(ListPerformanceItems)
  async list(
    { limit = 50, cursor, ...filter }: ListPerformanceItemsRequest,
    context: RequestContext,
  ): Promise<PerformanceItemPage> {
    const withinGroups = await this.sight.groupsOf(context);
    const page = await this.items.list({ ...filter, ...(withinGroups && { withinGroups }) }, limit, cursor);
    return { ...page, items: page.items.map(toItemView) };
  }
}
