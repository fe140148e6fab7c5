import { Controller } from '@nestjs/common';
import {
  ResumeWorkOrder,
  type RequestContext,
  ResumeWorkOrderRequest,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';

@Controller()
export class ResumeWorkOrderHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(ResumeWorkOrder)
  handle(request: ResumeWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    return this.act.tell(request, { type: 'resumed', data: { reason: request.reason } }, context);
  }
}
