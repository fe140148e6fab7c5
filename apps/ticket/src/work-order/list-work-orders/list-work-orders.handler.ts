import { Controller, Inject } from '@nestjs/common';
import {
  ListWorkOrders,
  ListWorkOrdersRequest,
  type RequestContext,
  WorkOrderPage,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { scopeOf } from '../access';
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
  async handle(request: ListWorkOrdersRequest, context: RequestContext): Promise<WorkOrderPage> {
    const { limit = 50, cursor, sort = 'newest' } = request;
    const filter = { ...filterOf(request, this.clock.now()), within: scopeOf(context) };
    const page = await this.workOrders.list(filter, sort, limit, cursor);
    return { items: page.items.map(toWorkOrderView), nextCursor: page.nextCursor };
  }
}
