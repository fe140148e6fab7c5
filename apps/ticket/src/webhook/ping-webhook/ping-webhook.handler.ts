import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import { PingWebhook, type WebhookDeliveryView, WebhookReference } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { SendDeliveries } from '../send/send-deliveries';
import { webhookBody } from '../tell/webhook-body';
import { type WebhookDelivery, WebhookDeliveries } from '../webhook-deliveries.port';
import { webhookNotFound } from '../webhook-errors';
import { toDeliveryView } from '../webhook-view';
import { Webhooks } from '../webhooks.port';

@Controller()
export class PingWebhookHandler {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: WebhookDeliveries,
    private readonly sender: SendDeliveries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(PingWebhook)
  async handle({ webhookId }: WebhookReference): Promise<WebhookDeliveryView> {
    if (!(await this.webhooks.find(webhookId))) throw webhookNotFound(webhookId);
    const now = this.clock.now();
    const delivery: WebhookDelivery = {
      id: randomUUID(),
      webhookId,
      event: 'webhook.ping',
      state: 'waiting',
      tries: 0,
      occurredAt: now,
      nextTryAt: now,
    };
    await this.deliveries.add(delivery, webhookBody('webhook.ping', now, { webhookId }));
    this.sender.kick();
    return toDeliveryView(delivery);
  }
}
