import { Injectable } from '@nestjs/common';
import type { FollowUpChannel, FollowUpOutcome, RequestContext } from '@switchyard/contracts';
import type { NewWorkOrderEvent } from '@switchyard/domain';
import { WorkOrderJournal } from '../../work-order/work-order-journal';
import type { WorkOrder } from '../../work-order/work-orders.port';
import type { FollowUp } from '../follow-up';

/** Stages in which telling the customer is a step of the case (L18). */
const TOLD_FROM: readonly string[] = ['received', 'answered', 'decided', 'restored', 'told', 'closed'];

/** Writes a call to the history of its work order; every try, whoever answered. */
@Injectable()
export class WriteToHistory {
  constructor(private readonly journal: WorkOrderJournal) {}

  async execute(
    item: FollowUp,
    { outcome, channel }: { readonly outcome: FollowUpOutcome; readonly channel: FollowUpChannel },
    context: RequestContext,
  ): Promise<WorkOrder> {
    const { id, purpose, satisfaction, judgement, status } = item;
    const calledBack: NewWorkOrderEvent = {
      type: 'called-back',
      data: { itemId: id, purpose, outcome, channel, satisfaction, judgement },
    };
    const workOrder = await this.journal.append(item.workOrderNumber, [calledBack], context);
    const told = purpose === 'decision-reply' && status === 'done' && outcome === 'reached';
    if (!told || !TOLD_FROM.includes(workOrder.stage)) return workOrder;
    const customerTold: NewWorkOrderEvent = { type: 'customer-told', data: { how: channel } };
    return this.journal.append(item.workOrderNumber, [customerTold], context);
  }
}
