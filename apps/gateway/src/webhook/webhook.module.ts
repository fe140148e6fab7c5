import { Module } from '@nestjs/common';
import { WebhookDeliveryController } from './webhook-delivery.controller';
import { WebhookController } from './webhook.controller';

@Module({ controllers: [WebhookController, WebhookDeliveryController] })
export class WebhookModule {}
