import type { WebhookDeliveryView, WebhookView, WebhookWithSecret } from '@switchyard/contracts';
import type { WebhookDelivery } from './webhook-deliveries.port';
import type { CountedWebhook } from './webhooks.port';

/** Without its secrets. */
export function toWebhookView(webhook: CountedWebhook): WebhookView {
  const {
    id,
    events,
    createdAt,
    secret: _secret,
    previousSecret: _previous,
    previousSecretUntil,
    ...facts
  } = webhook;
  return {
    ...facts,
    webhookId: id,
    events: [...events],
    createdAt: createdAt.toISOString(),
    ...(previousSecretUntil && { previousSecretUntil: previousSecretUntil.toISOString() }),
  };
}

export function withSecret(webhook: CountedWebhook): WebhookWithSecret {
  return { ...toWebhookView(webhook), secret: webhook.secret };
}

export function toDeliveryView({
  id,
  occurredAt,
  nextTryAt,
  deliveredAt,
  ...facts
}: WebhookDelivery): WebhookDeliveryView {
  return {
    ...facts,
    deliveryId: id,
    occurredAt: occurredAt.toISOString(),
    ...(nextTryAt && { nextTryAt: nextTryAt.toISOString() }),
    ...(deliveredAt && { deliveredAt: deliveredAt.toISOString() }),
  };
}
