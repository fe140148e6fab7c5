import { Controller, Inject } from '@nestjs/common';
import { ListWorkOrders, ListWorkOrdersRequest, WorkOrderPage } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { toWorkOrderView } from '../work-order-view';
import { WorkOrders } from '../work-orders.port';
import { filterOf } from './filter-of';

@Controller()
export class ListWorkOrdersHandler {
  constructor(
    private readonly workOrders: WorkOrders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListWorkOrders)
  async handle(request: ListWorkOrdersRequest): Promise<WorkOrderPage> {
    const { limit = 50, cursor, sort = 'newest' } = request;
    const page = await this.workOrders.list(filterOf(request, this.clock.now()), sort, limit, cursor);
    return { items: page.items.map(toWorkOrderView), nextCursor: page.nextCursor };
  }
}
