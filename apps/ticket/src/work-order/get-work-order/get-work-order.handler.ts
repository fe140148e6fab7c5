import { Controller } from '@nestjs/common';
import { GetWorkOrder, GetWorkOrderRequest, type RequestContext, WorkOrderView } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { assertMayRead } from '../access';
import { workOrderNotFound } from '../work-order-errors';
import { toWorkOrderView } from '../work-order-view';
import { WorkOrders } from '../work-orders.port';

@Controller()
export class GetWorkOrderHandler {
  constructor(private readonly workOrders: WorkOrders) {}

  @Handles(GetWorkOrder)
  async handle({ number }: GetWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    const workOrder = await this.workOrders.find(number);
    if (!workOrder) throw workOrderNotFound(number);
    assertMayRead(workOrder, context);
    return toWorkOrderView(workOrder);
  }
}
