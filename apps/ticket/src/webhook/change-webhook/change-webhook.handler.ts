import { Controller } from '@nestjs/common';
import { ChangeWebhook, ChangeWebhookRequest, type WebhookView } from '@switchyard/contracts';
import { Handles, UnitOfWork } from '@switchyard/platform';
import { webhookNotFound } from '../webhook-errors';
import { toWebhookView } from '../webhook-view';
import { Webhooks } from '../webhooks.port';

@Controller()
export class ChangeWebhookHandler {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly work: UnitOfWork,
  ) {}

  @Handles(ChangeWebhook)
  handle({ webhookId, ...change }: ChangeWebhookRequest): Promise<WebhookView> {
    return this.work.inTransaction(async () => {
      const webhook = await this.webhooks.lock(webhookId);
      if (!webhook) throw webhookNotFound(webhookId);
      const told = Object.entries(change).filter(([, value]) => value !== undefined);
      const changed = { ...webhook, ...(Object.fromEntries(told) as typeof change) };
      await this.webhooks.save(changed);
      return toWebhookView(changed);
    });
  }
}
