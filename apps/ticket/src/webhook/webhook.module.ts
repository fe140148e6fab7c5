import { Module } from '@nestjs/common';
import { ChangeWebhookHandler } from './change-webhook/change-webhook.handler';
import { CreateWebhookHandler } from './create-webhook/create-webhook.handler';
import { GetWebhookHandler } from './get-webhook/get-webhook.handler';
import { ListWebhookDeliveriesHandler } from './list-webhook-deliveries/list-webhook-deliveries.handler';
import { ListWebhooksHandler } from './list-webhooks/list-webhooks.handler';
import { PgWebhookDeliveries } from './persistence/pg-webhook-deliveries';
import { PgWebhooks } from './persistence/pg-webhooks';
import { PingWebhookHandler } from './ping-webhook/ping-webhook.handler';
import { RedeliverHandler } from './redeliver/redeliver.handler';
import { RenewWebhookSecretHandler } from './renew-webhook-secret/renew-webhook-secret.handler';
import { ForgetDeliveries } from './send/forget-deliveries';
import { HttpWebhookPoster } from './send/http-webhook-poster';
import { SendDeliveries } from './send/send-deliveries';
import { WebhookPoster } from './send/webhook-poster.port';
import { TellWebhooks } from './tell/tell-webhooks';
import { TellWebhooksWhenClockEscalates } from './tell/tell-webhooks-when-clock-escalates.handler';
import { TellWebhooksWhenOutageChanges } from './tell/tell-webhooks-when-outage-changes.handler';
import { TellWebhooksWhenWorkOrderChanges } from './tell/tell-webhooks-when-work-order-changes.handler';
import { WebhookDeliveries } from './webhook-deliveries.port';
import { Webhooks } from './webhooks.port';

/** Tells the departments' own systems what happens: signed, tried again, and with a list of what was given up. */
@Module({
  controllers: [
    ChangeWebhookHandler,
    CreateWebhookHandler,
    GetWebhookHandler,
    ListWebhookDeliveriesHandler,
    ListWebhooksHandler,
    PingWebhookHandler,
    RedeliverHandler,
    RenewWebhookSecretHandler,
  ],
  providers: [
    ForgetDeliveries,
    SendDeliveries,
    TellWebhooks,
    TellWebhooksWhenClockEscalates,
    TellWebhooksWhenOutageChanges,
    TellWebhooksWhenWorkOrderChanges,
    { provide: WebhookPoster, useClass: HttpWebhookPoster },
    { provide: WebhookDeliveries, useClass: PgWebhookDeliveries },
    { provide: Webhooks, useClass: PgWebhooks },
  ],
})
export class WebhookModule {}
