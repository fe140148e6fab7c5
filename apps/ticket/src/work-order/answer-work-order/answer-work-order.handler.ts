import { Controller } from '@nestjs/common';
import {
  AnswerWorkOrder,
  type RequestContext,
  AnswerWorkOrderRequest,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';

@Controller()
export class AnswerWorkOrderHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(AnswerWorkOrder)
  handle(request: AnswerWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    const { result, writtenReference } = request;
    return this.act.tell(request, { type: 'answered', data: { result, writtenReference } }, context);
  }
}
