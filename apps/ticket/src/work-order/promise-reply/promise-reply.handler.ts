import { Controller } from '@nestjs/common';
import {
  PromiseReply,
  PromiseReplyRequest,
  type RequestContext,
  WORK_ORDER_ERRORS,
  type WorkOrderView,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';

@Controller()
export class PromiseReplyHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(PromiseReply)
  handle(request: PromiseReplyRequest, context: RequestContext): Promise<WorkOrderView> {
    const { at, to = 'customer' } = request;
    return this.act.execute(
      request,
      (_, now) => {
        const promised = new Date(at);
        if (promised > now)
          return { events: [{ type: 'promised', data: { at: promised.toISOString(), to } }] };
        throw new DomainError(WORK_ORDER_ERRORS.inPast, 'at lies in the past; promise a time to come.', {
          field: 'at',
          now: now.toISOString(),
        });
      },
      context,
    );
  }
}
