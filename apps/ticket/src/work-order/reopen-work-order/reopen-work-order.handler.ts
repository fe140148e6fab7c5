import { Controller } from '@nestjs/common';
import { ReopenWorkOrder, type RequestContext, ReasonAct, type WorkOrderView } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';

@Controller()
export class ReopenWorkOrderHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(ReopenWorkOrder)
  handle(request: ReasonAct, context: RequestContext): Promise<WorkOrderView> {
    return this.act.tell(request, { type: 'reopened', data: { reason: request.reason } }, context);
  }
}
