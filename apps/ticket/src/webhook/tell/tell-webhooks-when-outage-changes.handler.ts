import { Injectable } from '@nestjs/common';
import {
  OutageCancelled,
  OutageChanged,
  type OutagePayload,
  OutageRegistered,
  OutageRestored,
} from '@switchyard/contracts';
import { type EventMeta, OnEvent } from '@switchyard/platform';
import { TellWebhooks } from './tell-webhooks';

@Injectable()
export class TellWebhooksWhenOutageChanges {
  constructor(private readonly webhooks: TellWebhooks) {}

  @OnEvent(OutageRegistered, { durable: 'ticket-webhooks-outage-registered' })
  registered(data: OutagePayload, meta: EventMeta): Promise<void> {
    return this.webhooks.tell({ event: 'outage.registered', data }, meta);
  }

  @OnEvent(OutageChanged, { durable: 'ticket-webhooks-outage-changed' })
  changed(data: OutagePayload, meta: EventMeta): Promise<void> {
    return this.webhooks.tell({ event: 'outage.changed', data }, meta);
  }

  @OnEvent(OutageRestored, { durable: 'ticket-webhooks-outage-restored' })
  restored(data: OutagePayload, meta: EventMeta): Promise<void> {
    return this.webhooks.tell({ event: 'outage.restored', data }, meta);
  }

  @OnEvent(OutageCancelled, { durable: 'ticket-webhooks-outage-cancelled' })
  cancelled(data: OutagePayload, meta: EventMeta): Promise<void> {
    return this.webhooks.tell({ event: 'outage.cancelled', data }, meta);
  }
}
