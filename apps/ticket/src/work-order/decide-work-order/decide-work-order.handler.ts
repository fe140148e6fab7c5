import { Controller } from '@nestjs/common';
import {
  DecideWorkOrder,
  type RequestContext,
  DecideWorkOrderRequest,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';

@Controller()
export class DecideWorkOrderHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(DecideWorkOrder)
  handle(request: DecideWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    return this.act.tell(request, { type: 'decided', data: { decision: request.decision } }, context);
  }
}
