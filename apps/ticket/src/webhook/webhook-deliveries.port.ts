import type { WebhookDeliveryState, WebhookEvent } from '@switchyard/contracts';
import type { WebhookSecrets } from './webhooks.port';

export interface WebhookDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly event: WebhookEvent | 'webhook.ping';
  readonly state: WebhookDeliveryState;
  readonly tries: number;
  readonly occurredAt: Date;
  readonly nextTryAt?: Date;
  readonly deliveredAt?: Date;
  readonly lastStatus?: number;
  readonly lastError?: string;
}

/** What happened, as it is told: `body` with personal data, `plainBody` without. */
export interface Told {
  readonly event: WebhookEvent;
  readonly occurredAt: Date;
  /** Owner of the work order or clock; webhooks of one department hear only of its own. Absent: told to all. */
  readonly department?: string;
  /** False for what has no owner yet: webhooks of one department do not hear of it. */
  readonly forDepartments: boolean;
  readonly body: string;
  readonly plainBody: string;
}

/** A delivery that this process tries now. */
export interface ClaimedDelivery extends WebhookSecrets {
  readonly id: string;
  readonly webhookId: string;
  readonly url: string;
  readonly body: string;
  readonly tries: number;
}

export interface TryResult {
  readonly state: WebhookDeliveryState;
  readonly at: Date;
  readonly nextTryAt?: Date;
  readonly status?: number;
  readonly error?: string;
}

export interface DeliveryFilter {
  readonly webhookId?: string;
  readonly state?: WebhookDeliveryState;
}

export interface DeliveriesPage {
  readonly items: readonly WebhookDelivery[];
  readonly nextCursor?: string;
}

export abstract class WebhookDeliveries {
  /** One delivery for each active webhook that asked for the event; returns how many. */
  abstract addForAll(told: Told): Promise<number>;
  abstract add(delivery: WebhookDelivery, body: string): Promise<void>;
  abstract find(id: string): Promise<WebhookDelivery | undefined>;
  /** The newest first. */
  abstract list(filter: DeliveryFilter, limit: number, cursor?: string): Promise<DeliveriesPage>;
  /**
   * Takes at most `limit` due deliveries of each webhook that is not among `busy`, in the order in which they are due; nobody else takes
   * them before `leaseUntil`.
   */
  abstract claim(
    now: Date,
    leaseUntil: Date,
    limit: number,
    busy: readonly string[],
  ): Promise<readonly ClaimedDelivery[]>;
  abstract settle(id: string, result: TryResult): Promise<void>;
  /** Gives claimed ones back, to be tried at `at`; no try is spent. */
  abstract putBack(ids: readonly string[], at: Date): Promise<void>;
  /** False when it is not dead. */
  abstract revive(id: string, at: Date): Promise<boolean>;
  abstract reviveAll(webhookId: string, at: Date): Promise<number>;
  /** Removes what was delivered before one time, and given up before another; at most 10,000 at a time. Returns how many. */
  abstract forget(deliveredBefore: Date, deadBefore: Date): Promise<number>;
}
