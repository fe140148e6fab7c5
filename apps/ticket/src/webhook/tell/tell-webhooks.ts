import { Injectable } from '@nestjs/common';
import type { WebhookEvent } from '@switchyard/contracts';
import { type EventMeta, UnitOfWork } from '@switchyard/platform';
import { SendDeliveries } from '../send/send-deliveries';
import { WebhookDeliveries } from '../webhook-deliveries.port';
import { webhookBody } from './webhook-body';

export interface Telling {
  readonly event: WebhookEvent;
  readonly data: object;
  /** What webhooks without personal data are told; all of it unless given. */
  readonly plainData?: object;
  /** Owner of the work order or clock. */
  readonly department?: string;
  /** False for what has no owner yet; true unless given. */
  readonly forDepartments?: boolean;
}

/** Puts an event down for every webhook that asked for it, in the transaction of the event's handler. */
@Injectable()
export class TellWebhooks {
  constructor(
    private readonly deliveries: WebhookDeliveries,
    private readonly sender: SendDeliveries,
    private readonly work: UnitOfWork,
  ) {}

  async tell(
    { event, data, plainData = data, department, forDepartments = true }: Telling,
    meta: EventMeta,
  ): Promise<void> {
    const at = meta.occurredAt;
    const told = await this.deliveries.addForAll({
      event,
      occurredAt: at,
      ...(department !== undefined && { department }),
      forDepartments,
      body: webhookBody(event, at, data),
      plainBody: webhookBody(event, at, plainData),
    });
    if (told > 0) this.work.afterCommit(() => this.sender.kick());
  }
}
