import { Controller, Inject } from '@nestjs/common';
import {
  RedeliverDeadDeliveries,
  type RedeliveredCount,
  RedeliverWebhookDelivery,
  WEBHOOK_ERRORS,
  WebhookDeliveryReference,
  type WebhookDeliveryView,
  WebhookReference,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { SendDeliveries } from '../send/send-deliveries';
import { WebhookDeliveries } from '../webhook-deliveries.port';
import { deliveryNotFound, webhookNotFound } from '../webhook-errors';
import { toDeliveryView } from '../webhook-view';
import { Webhooks } from '../webhooks.port';

@Controller()
export class RedeliverHandler {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: WebhookDeliveries,
    private readonly sender: SendDeliveries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(RedeliverWebhookDelivery)
  async one({ deliveryId }: WebhookDeliveryReference): Promise<WebhookDeliveryView> {
    const revived = await this.deliveries.revive(deliveryId, this.clock.now());
    const delivery = await this.deliveries.find(deliveryId);
    if (!delivery) throw deliveryNotFound(deliveryId);
    if (!revived) {
      throw new DomainError(
        WEBHOOK_ERRORS.deliveryNotDead,
        `This delivery is ${delivery.state}; only what was given up is sent again.`,
        { deliveryId, state: delivery.state },
      );
    }
    this.sender.kick();
    return toDeliveryView(delivery);
  }

  @Handles(RedeliverDeadDeliveries)
  async all({ webhookId }: WebhookReference): Promise<RedeliveredCount> {
    if (!(await this.webhooks.find(webhookId))) throw webhookNotFound(webhookId);
    const redelivered = await this.deliveries.reviveAll(webhookId, this.clock.now());
    this.sender.kick();
    return { redelivered };
  }
}
