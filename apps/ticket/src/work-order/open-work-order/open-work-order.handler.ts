import { Controller } from '@nestjs/common';
import {
  OpenWorkOrder,
  OpenWorkOrderRequest,
  WorkOrderView,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toWorkOrderView } from '../work-order-view';
import { OpenWorkOrderUseCase } from './open-work-order.use-case';

@Controller()
export class OpenWorkOrderHandler {
  constructor(private readonly openWorkOrder: OpenWorkOrderUseCase) {}

  @Handles(OpenWorkOrder)
  async handle(request: OpenWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    const { dueAt, ...facts } = request;
    const command = { ...facts, ...(dueAt !== undefined && { dueAt: new Date(dueAt) }) };
    return toWorkOrderView(await this.openWorkOrder.execute(command, context));
  }
}
