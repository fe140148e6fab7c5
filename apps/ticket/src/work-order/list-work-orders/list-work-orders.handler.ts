import { Controller } from '@nestjs/common';
import { ListWorkOrders, ListWorkOrdersRequest, WorkOrderPage } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toWorkOrderView } from '../work-order-view';
import { WorkOrders } from '../work-orders.port';

@Controller()
export class ListWorkOrdersHandler {
  constructor(private readonly workOrders: WorkOrders) {}

  @Handles(ListWorkOrders)
  async handle({ limit = 50, cursor, ...filter }: ListWorkOrdersRequest): Promise<WorkOrderPage> {
    const page = await this.workOrders.list(filter, limit, cursor);
    return { items: page.items.map(toWorkOrderView), nextCursor: page.nextCursor };
  }
}
