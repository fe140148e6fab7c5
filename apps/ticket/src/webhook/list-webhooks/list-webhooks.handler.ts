import { Controller } from '@nestjs/common';
import { ListWebhooks, ListWebhooksRequest, type WebhookPage } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toWebhookView } from '../webhook-view';
import { Webhooks } from '../webhooks.port';

@Controller()
export class ListWebhooksHandler {
  constructor(private readonly webhooks: Webhooks) {}

  @Handles(ListWebhooks)
  async handle({ limit = 50, cursor }: ListWebhooksRequest): Promise<WebhookPage> {
    const page = await this.webhooks.list(limit, cursor);
    return { ...page, items: page.items.map(toWebhookView) };
  }
}
