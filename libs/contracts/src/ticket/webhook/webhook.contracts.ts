import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import {
  WEBHOOK_DELIVERY_STATES,
  type WebhookDeliveryState,
  WebhookDeliveryView,
} from './webhook-delivery.view';
import { WebhookFacts, WebhookReference, WebhookView, WebhookWithSecret } from './webhook.view';

export const WEBHOOK_ERRORS = {
  notFound: 'webhook.not-found',
  deliveryNotFound: 'webhook-delivery.not-found',
  /** Only what was given up is sent again. */
  deliveryNotDead: 'webhook-delivery.not-allowed-in-state',
} as const;

export class CreateWebhookRequest extends WebhookFacts {}

/** Creates a webhook; the answer holds its secret, once. */
export const CreateWebhook = operation({
  subject: 'ticket.command.create-webhook.v1',
  request: CreateWebhookRequest,
  reply: WebhookWithSecret,
});

export class WebhookChange extends PartialType(WebhookFacts) {
  @ApiPropertyOptional({ description: 'Whether events are posted' })
  @IsOptional()
  @IsBoolean()
  active?: boolean;
}

export class ChangeWebhookRequest extends WebhookChange {
  @ApiProperty({ description: 'Id of the webhook', format: 'uuid' })
  @IsUUID()
  webhookId: string;
}

/** What is left out stays. */
export const ChangeWebhook = operation({
  subject: 'ticket.command.change-webhook.v1',
  request: ChangeWebhookRequest,
  reply: WebhookView,
  errors: [WEBHOOK_ERRORS.notFound],
});

/** Draws a new secret; the one before signs as well for another day, so that the other side can change over. */
export const RenewWebhookSecret = operation({
  subject: 'ticket.command.renew-webhook-secret.v1',
  request: WebhookReference,
  reply: WebhookWithSecret,
  errors: [WEBHOOK_ERRORS.notFound],
});

/** Posts a `webhook.ping` at once, to an inactive webhook too. */
export const PingWebhook = operation({
  subject: 'ticket.command.ping-webhook.v1',
  request: WebhookReference,
  reply: WebhookDeliveryView,
  errors: [WEBHOOK_ERRORS.notFound],
});

export const GetWebhook = operation({
  subject: 'ticket.query.webhook.v1',
  request: WebhookReference,
  reply: WebhookView,
  errors: [WEBHOOK_ERRORS.notFound],
});

export class WebhookPage extends PageOf(WebhookView, 'Webhooks, the newest first') {}

export class ListWebhooksRequest extends PageRequest {}

export const ListWebhooks = operation({
  subject: 'ticket.query.webhooks.v1',
  request: ListWebhooksRequest,
  reply: WebhookPage,
});

export class ListWebhookDeliveriesRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'Only those of this webhook', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  webhookId?: string;

  @ApiPropertyOptional({
    description: 'Only these; dead is the dead-letter list',
    enum: WEBHOOK_DELIVERY_STATES,
  })
  @IsOptional()
  @IsIn(WEBHOOK_DELIVERY_STATES)
  state?: WebhookDeliveryState;
}

export class WebhookDeliveryPage extends PageOf(WebhookDeliveryView, 'Deliveries, the newest first') {}

export const ListWebhookDeliveries = operation({
  subject: 'ticket.query.webhook-deliveries.v1',
  request: ListWebhookDeliveriesRequest,
  reply: WebhookDeliveryPage,
});

export class WebhookDeliveryReference {
  @ApiProperty({ description: 'Id of the delivery', format: 'uuid' })
  @IsUUID()
  deliveryId: string;
}

/** Sends again what was given up, with all its tries before it. */
export const RedeliverWebhookDelivery = operation({
  subject: 'ticket.command.redeliver-webhook-delivery.v1',
  request: WebhookDeliveryReference,
  reply: WebhookDeliveryView,
  errors: [WEBHOOK_ERRORS.deliveryNotFound, WEBHOOK_ERRORS.deliveryNotDead],
});

export class RedeliveredCount {
  @ApiProperty({ description: 'Deliveries that are tried again', type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  redelivered: number;
}

/** Sends again everything that one webhook was given up on. */
export const RedeliverDeadDeliveries = operation({
  subject: 'ticket.command.redeliver-dead-deliveries.v1',
  request: WebhookReference,
  reply: RedeliveredCount,
  errors: [WEBHOOK_ERRORS.notFound],
});
