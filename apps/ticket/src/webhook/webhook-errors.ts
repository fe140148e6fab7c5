import { WEBHOOK_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';

export function webhookNotFound(webhookId: string): DomainError {
  return new DomainError(WEBHOOK_ERRORS.notFound, `There is no webhook ${webhookId}.`, { webhookId });
}

export function deliveryNotFound(deliveryId: string): DomainError {
  return new DomainError(WEBHOOK_ERRORS.deliveryNotFound, `There is no webhook delivery ${deliveryId}.`, {
    deliveryId,
  });
}
