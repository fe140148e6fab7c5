import { Controller } from '@nestjs/common';
import { PauseWorkOrder, type RequestContext, ReasonAct, type WorkOrderView } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';
import { assertStands } from '../work-order-errors';

@Controller()
export class PauseWorkOrderHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(PauseWorkOrder)
  handle(request: ReasonAct, context: RequestContext): Promise<WorkOrderView> {
    return this.act.execute(
      request,
      (workOrder) => {
        assertStands(workOrder, false);
        return { events: [{ type: 'paused', data: { reason: request.reason } }] };
      },
      context,
    );
  }
}
