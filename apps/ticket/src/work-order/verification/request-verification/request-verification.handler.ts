import { randomUUID } from 'node:crypto';
import { Controller } from '@nestjs/common';
import {
  type RequestContext,
  RequestVerification,
  RequestVerificationRequest,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../../act/act-on-work-order';
import { assertFuture } from '../../work-order-errors';

@Controller()
export class RequestVerificationHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(RequestVerification)
  handle(request: RequestVerificationRequest, context: RequestContext): Promise<WorkOrderView> {
    const { inspector, matter, dueAt } = request;
    const data = { verification: randomUUID(), inspector, matter, dueAt };
    return this.act.execute(
      request,
      (_, now) => {
        if (dueAt !== undefined) assertFuture('dueAt', new Date(dueAt), now);
        return { events: [{ type: 'verification-requested', data }] };
      },
      context,
    );
  }
}
