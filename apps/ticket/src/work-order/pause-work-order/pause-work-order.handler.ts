import { Controller } from '@nestjs/common';
import { PauseWorkOrder, type RequestContext, ReasonAct, type WorkOrderView } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';

@Controller()
export class PauseWorkOrderHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(PauseWorkOrder)
  handle(request: ReasonAct, context: RequestContext): Promise<WorkOrderView> {
    return this.act.tell(request, { type: 'paused', data: { reason: request.reason } }, context);
  }
}
