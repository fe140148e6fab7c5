import { Controller } from '@nestjs/common';
import {
  CloseWorkOrder,
  CloseWorkOrderRequest,
  type RequestContext,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';
import { MayClose } from './may-close';

@Controller()
export class CloseWorkOrderHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly mayClose: MayClose,
  ) {}

  @Handles(CloseWorkOrder)
  handle(request: CloseWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    const { result, resultCode } = request;
    return this.act.execute(
      request,
      async (workOrder) => {
        await this.mayClose.assert(workOrder, resultCode);
        return { events: [{ type: 'closed', data: { result, resultCode } }] };
      },
      context,
    );
  }
}
