import { Controller } from '@nestjs/common';
import {
  MoveResponsibility,
  type RequestContext,
  MoveResponsibilityRequest,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';

@Controller()
export class MoveResponsibilityHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(MoveResponsibility)
  handle(request: MoveResponsibilityRequest, context: RequestContext): Promise<WorkOrderView> {
    const { to, reason } = request;
    return this.act.tell(request, { type: 'responsibility-moved', data: { to, reason } }, context);
  }
}
