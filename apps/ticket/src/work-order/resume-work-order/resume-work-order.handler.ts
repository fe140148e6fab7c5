import { Controller } from '@nestjs/common';
import {
  ResumeWorkOrder,
  type RequestContext,
  ResumeWorkOrderRequest,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';
import { assertStands } from '../work-order-errors';

@Controller()
export class ResumeWorkOrderHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(ResumeWorkOrder)
  handle(request: ResumeWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    return this.act.execute(
      request,
      (workOrder) => {
        assertStands(workOrder, true);
        return { events: [{ type: 'resumed', data: { reason: request.reason } }] };
      },
      context,
    );
  }
}
