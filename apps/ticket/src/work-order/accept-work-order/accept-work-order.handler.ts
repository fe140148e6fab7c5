import { Controller } from '@nestjs/common';
import {
  AcceptWorkOrder,
  type RequestContext,
  AcceptWorkOrderRequest,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';

@Controller()
export class AcceptWorkOrderHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(AcceptWorkOrder)
  handle(request: AcceptWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    const assignee = request.assignee ?? context.actor.id;
    return this.act.tell(request, { type: 'accepted', data: { assignee } }, context);
  }
}
