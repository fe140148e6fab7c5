import { Injectable } from '@nestjs/common';
import {
  WorkOrderChanged,
  type WorkOrderChangedPayload,
  WorkOrderOpened,
  type WorkOrderOpenedPayload,
} from '@switchyard/contracts';
import { type EventMeta, OnEvent } from '@switchyard/platform';
import { TellWebhooks } from './tell-webhooks';

@Injectable()
export class TellWebhooksWhenWorkOrderChanges {
  constructor(private readonly webhooks: TellWebhooks) {}

  @OnEvent(WorkOrderOpened, { durable: 'ticket-webhooks-work-order-opened' })
  opened(data: WorkOrderOpenedPayload, meta: EventMeta): Promise<void> {
    return this.webhooks.tell(
      { event: 'work-order.opened', data, plainData: withoutPersonalData(data), forDepartments: false },
      meta,
    );
  }

  /** Holds nothing personal: which work order, and what happened to it. */
  @OnEvent(WorkOrderChanged, { durable: 'ticket-webhooks-work-order-changed' })
  changed(data: WorkOrderChangedPayload, meta: EventMeta): Promise<void> {
    return this.webhooks.tell({ event: 'work-order.changed', data, department: data.owner }, meta);
  }
}

/** Named one by one, so that what is added to a work order does not go out by itself. */
function withoutPersonalData(order: WorkOrderOpenedPayload): Partial<WorkOrderOpenedPayload> {
  const { number, kind, status, anonymous, areaCode, applicationKind, channel, openedAt, dueAt } = order;
  return { number, kind, status, anonymous, areaCode, applicationKind, channel, openedAt, dueAt };
}
