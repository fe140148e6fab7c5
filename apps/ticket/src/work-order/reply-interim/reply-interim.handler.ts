import { Controller } from '@nestjs/common';
import { ReplyInterim, type RequestContext, TextAct, type WorkOrderView } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';

@Controller()
export class ReplyInterimHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(ReplyInterim)
  handle(request: TextAct, context: RequestContext): Promise<WorkOrderView> {
    return this.act.tell(request, { type: 'interim-replied', data: { text: request.text } }, context);
  }
}
