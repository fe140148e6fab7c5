import { Controller } from '@nestjs/common';
import {
  type RequestContext,
  UrgeWorkOrder,
  UrgeWorkOrderRequest,
  WORK_ORDER_ERRORS,
  type WorkOrderView,
} from '@switchyard/contracts';
import { mayUrge } from '@switchyard/domain';
import { DomainError, Handles } from '@switchyard/platform';
import { ActOnWorkOrder, type Decision } from '../act/act-on-work-order';
import type { WorkOrder } from '../work-orders.port';

@Controller()
export class UrgeWorkOrderHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(UrgeWorkOrder)
  handle(request: UrgeWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    return this.act.execute(request, (workOrder, now) => urged(workOrder, request, now), context);
  }
}

function urged(
  { number, nextDueAt }: WorkOrder,
  { by, channel, text }: UrgeWorkOrderRequest,
  now: Date,
): Decision {
  const dueAt = nextDueAt?.toISOString();
  if (!mayUrge(by, nextDueAt, now)) {
    throw new DomainError(
      WORK_ORDER_ERRORS.notDueYet,
      `The centre urges at or past a limit; ${number} is due at ${dueAt}.`,
      { field: 'by', dueAt },
    );
  }
  const pastDue = nextDueAt !== undefined && nextDueAt <= now;
  return { events: [{ type: 'urged', data: { by, channel, text, dueAt, pastDue } }] };
}
