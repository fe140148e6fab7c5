import { Injectable } from '@nestjs/common';
import type { FollowUpChannel, FollowUpOutcome, RequestContext } from '@switchyard/contracts';
import type { NewWorkOrderEvent } from '@switchyard/domain';
import { WorkOrderJournal } from '../../work-order/work-order-journal';
import type { WorkOrder } from '../../work-order/work-orders.port';
import type { FollowUp } from '../follow-up';

/** Stages in which telling the customer is a step of the case (L18). */
const TOLD_FROM: readonly string[] = ['received', 'answered', 'decided', 'restored', 'told', 'closed'];

interface Contact {
  readonly outcome: FollowUpOutcome;
  readonly channel: FollowUpChannel;
}

/**
 * Writes a call to the history of its work order, whoever answered. Only a call that did what it was for is one that
 * limits wait for (L18–L20): a try without an answer is a note.
 */
@Injectable()
export class WriteToHistory {
  constructor(private readonly journal: WorkOrderJournal) {}

  async execute(item: FollowUp, contact: Contact, context: RequestContext): Promise<WorkOrder> {
    const { workOrderNumber } = item;
    if (item.status === 'done' && item.purpose === 'call-back') {
      return this.journal.append(workOrderNumber, [calledBack(item, contact)], context);
    }
    const noted = await this.journal.append(workOrderNumber, [note(item, contact)], context);
    const isTold = item.status === 'done' && contact.outcome === 'reached';
    if (!isTold || !TOLD_FROM.includes(noted.stage)) return noted;
    const told: NewWorkOrderEvent = { type: 'customer-told', data: { how: contact.channel } };
    return this.journal.append(workOrderNumber, [told], context);
  }
}

const calledBack = (item: FollowUp, { outcome, channel }: Contact): NewWorkOrderEvent => ({
  type: 'called-back',
  data: {
    itemId: item.id,
    purpose: item.purpose,
    outcome,
    channel,
    satisfaction: item.satisfaction,
    judgement: item.judgement,
  },
});

function note({ purpose, tries }: FollowUp, { outcome, channel }: Contact): NewWorkOrderEvent {
  const what = purpose === 'call-back' ? '回访 / follow-up' : '告知处理意见 / telling the decision';
  return { type: 'noted', data: { text: `${what}: ${channel}, ${outcome} (${tries})` } };
}
