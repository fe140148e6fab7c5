import { Controller, Inject } from '@nestjs/common';
import { RenewWebhookSecret, WebhookReference, type WebhookWithSecret } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles, UnitOfWork } from '@switchyard/platform';
import { newSecret } from '../new-secret';
import { webhookNotFound } from '../webhook-errors';
import { withSecret } from '../webhook-view';
import { Webhooks } from '../webhooks.port';

/** Time for the other side to change over. */
const BOTH_SIGN_MS = 24 * 3_600_000;

@Controller()
export class RenewWebhookSecretHandler {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(RenewWebhookSecret)
  handle({ webhookId }: WebhookReference): Promise<WebhookWithSecret> {
    return this.work.inTransaction(async () => {
      const webhook = await this.webhooks.lock(webhookId);
      if (!webhook) throw webhookNotFound(webhookId);
      const renewed = {
        ...webhook,
        secret: newSecret(),
        previousSecret: webhook.secret,
        previousSecretUntil: new Date(this.clock.now().getTime() + BOTH_SIGN_MS),
      };
      await this.webhooks.save(renewed);
      return withSecret(renewed);
    });
  }
}
