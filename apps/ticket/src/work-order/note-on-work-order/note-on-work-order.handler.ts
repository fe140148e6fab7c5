import { Controller } from '@nestjs/common';
import { NoteOnWorkOrder, type RequestContext, TextAct, type WorkOrderView } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';

@Controller()
export class NoteOnWorkOrderHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(NoteOnWorkOrder)
  handle(request: TextAct, context: RequestContext): Promise<WorkOrderView> {
    return this.act.tell(request, { type: 'noted', data: { text: request.text } }, context);
  }
}
