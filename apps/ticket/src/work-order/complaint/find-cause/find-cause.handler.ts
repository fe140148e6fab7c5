import { Controller } from '@nestjs/common';
import { FindCause, FindCauseRequest, type RequestContext, type WorkOrderView } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../../act/act-on-work-order';

@Controller()
export class FindCauseHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(FindCause)
  handle(request: FindCauseRequest, context: RequestContext): Promise<WorkOrderView> {
    const { cause, causeCode } = request;
    return this.act.tell(request, { type: 'cause-found', data: { cause, causeCode } }, context);
  }
}
