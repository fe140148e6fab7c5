import { Controller } from '@nestjs/common';
import { GetWebhook, WebhookReference, type WebhookView } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { webhookNotFound } from '../webhook-errors';
import { toWebhookView } from '../webhook-view';
import { Webhooks } from '../webhooks.port';

@Controller()
export class GetWebhookHandler {
  constructor(private readonly webhooks: Webhooks) {}

  @Handles(GetWebhook)
  async handle({ webhookId }: WebhookReference): Promise<WebhookView> {
    const webhook = await this.webhooks.find(webhookId);
    if (!webhook) throw webhookNotFound(webhookId);
    return toWebhookView(webhook);
  }
}
