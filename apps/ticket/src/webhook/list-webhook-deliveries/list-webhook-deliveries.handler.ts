import { Controller } from '@nestjs/common';
import {
  ListWebhookDeliveries,
  ListWebhookDeliveriesRequest,
  type WebhookDeliveryPage,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { WebhookDeliveries } from '../webhook-deliveries.port';
import { toDeliveryView } from '../webhook-view';

@Controller()
export class ListWebhookDeliveriesHandler {
  constructor(private readonly deliveries: WebhookDeliveries) {}

  @Handles(ListWebhookDeliveries)
  async handle({
    limit = 50,
    cursor,
    ...filter
  }: ListWebhookDeliveriesRequest): Promise<WebhookDeliveryPage> {
    const page = await this.deliveries.list(filter, limit, cursor);
    return { ...page, items: page.items.map(toDeliveryView) };
  }
}
