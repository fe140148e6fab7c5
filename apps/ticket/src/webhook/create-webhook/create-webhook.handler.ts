import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  CreateWebhook,
  CreateWebhookRequest,
  type RequestContext,
  type WebhookWithSecret,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { newSecret } from '../new-secret';
import { withSecret } from '../webhook-view';
import { type Webhook, Webhooks } from '../webhooks.port';

@Controller()
export class CreateWebhookHandler {
  constructor(
    private readonly webhooks: Webhooks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(CreateWebhook)
  async handle(request: CreateWebhookRequest, context: RequestContext): Promise<WebhookWithSecret> {
    const webhook: Webhook = {
      ...request,
      personalData: request.personalData ?? false,
      id: randomUUID(),
      active: true,
      secret: newSecret(),
      createdAt: this.clock.now(),
      createdBy: context.actor.id,
    };
    await this.webhooks.add(webhook);
    return withSecret({ ...webhook, waiting: 0, dead: 0 });
  }
}
