import { Controller } from '@nestjs/common';
import { GetWorkOrder, GetWorkOrderRequest, WorkOrderView } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { workOrderNotFound } from '../work-order-errors';
import { toWorkOrderView } from '../work-order-view';
import { WorkOrders } from '../work-orders.port';

@Controller()
export class GetWorkOrderHandler {
  constructor(private readonly workOrders: WorkOrders) {}

  @Handles(GetWorkOrder)
  async handle({ number }: GetWorkOrderRequest): Promise<WorkOrderView> {
    const workOrder = await this.workOrders.find(number);
    if (!workOrder) throw workOrderNotFound(number);
    return toWorkOrderView(workOrder);
  }
}
