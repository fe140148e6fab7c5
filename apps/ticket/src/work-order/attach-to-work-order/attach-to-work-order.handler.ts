import { Controller } from '@nestjs/common';
import {
  AttachToWorkOrder,
  AttachToWorkOrderRequest,
  type RequestContext,
  WORK_ORDER_ERRORS,
  type WorkOrderView,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';

/** As many as a view can show. */
const MOST = 20;

@Controller()
export class AttachToWorkOrderHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(AttachToWorkOrder)
  handle(request: AttachToWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    const attachments = request.attachments.map((attachment) => ({ ...attachment }));
    return this.act.execute(
      request,
      (workOrder) => {
        const count = workOrder.attachments.length + attachments.length;
        if (count <= MOST) return { events: [{ type: 'attached', data: { attachments } }] };
        throw new DomainError(
          WORK_ORDER_ERRORS.tooManyAttachments,
          `A work order holds at most ${MOST} attachments; put several files into one.`,
          { field: 'attachments', most: MOST },
        );
      },
      context,
    );
  }
}
