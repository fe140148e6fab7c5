import { Controller } from '@nestjs/common';
import { SendBackWorkOrder, type RequestContext, ReasonAct, type WorkOrderView } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';

@Controller()
export class SendBackWorkOrderHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(SendBackWorkOrder)
  handle(request: ReasonAct, context: RequestContext): Promise<WorkOrderView> {
    return this.act.tell(request, { type: 'sent-back', data: { reason: request.reason } }, context);
  }
}
