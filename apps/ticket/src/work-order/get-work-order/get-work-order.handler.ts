import { Controller } from '@nestjs/common';
import { GetWorkOrder, GetWorkOrderRequest, WorkOrderView } from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { toWorkOrderView } from '../work-order-view';
import { WorkOrders } from '../work-orders.port';

@Controller()
export class GetWorkOrderHandler {
  constructor(private readonly workOrders: WorkOrders) {}

  @Handles(GetWorkOrder)
  async handle({ number }: GetWorkOrderRequest): Promise<WorkOrderView> {
    const workOrder = await this.workOrders.findByNumber(number);
    if (!workOrder)
      throw new DomainError('work-order.not-found', `There is no work order ${number}.`, { number });
    return toWorkOrderView(workOrder);
  }
}
