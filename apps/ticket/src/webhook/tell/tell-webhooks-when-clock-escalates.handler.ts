import { Injectable } from '@nestjs/common';
import { ClockEscalated, type ClockEscalatedPayload } from '@switchyard/contracts';
import { type EventMeta, OnEvent } from '@switchyard/platform';
import { TellWebhooks } from './tell-webhooks';

@Injectable()
export class TellWebhooksWhenClockEscalates {
  constructor(private readonly webhooks: TellWebhooks) {}

  /** Holds nothing personal: which limit of which work order, and whom it concerns by role. */
  @OnEvent(ClockEscalated, { durable: 'ticket-webhooks-clock-escalated' })
  escalated(data: ClockEscalatedPayload, meta: EventMeta): Promise<void> {
    return this.webhooks.tell({ event: 'clock.escalated', data, department: data.owner }, meta);
  }
}
