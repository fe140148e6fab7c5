import { Controller } from '@nestjs/common';
import {
  type RequestContext,
  TellCustomer,
  TellCustomerRequest,
  WORK_ORDER_ERRORS,
  type WorkOrderView,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';

@Controller()
export class TellCustomerHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(TellCustomer)
  handle(request: TellCustomerRequest, context: RequestContext): Promise<WorkOrderView> {
    const { how, text } = request;
    return this.act.execute(
      request,
      ({ number, anonymous }) => {
        if (!anonymous) return { events: [{ type: 'customer-told', data: { how, text } }] };
        throw new DomainError(
          WORK_ORDER_ERRORS.nobodyToTell,
          `Whoever reported ${number} stays unknown and asks by the query code: close it with its result.`,
          { number },
        );
      },
      context,
    );
  }
}
