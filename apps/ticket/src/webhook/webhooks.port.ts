import type { WebhookEvent } from '@switchyard/contracts';

export interface WebhookFacts {
  readonly name: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly department?: string;
  readonly personalData: boolean;
}

export interface WebhookSecrets {
  readonly secret: string;
  /** The one before; signs as well until then. */
  readonly previousSecret?: string;
  readonly previousSecretUntil?: Date;
}

export interface Webhook extends WebhookFacts, WebhookSecrets {
  readonly id: string;
  readonly active: boolean;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** With how much waits for it. */
export interface CountedWebhook extends Webhook {
  readonly waiting: number;
  readonly dead: number;
}

export interface WebhooksPage {
  readonly items: readonly CountedWebhook[];
  readonly nextCursor?: string;
}

export abstract class Webhooks {
  abstract add(webhook: Webhook): Promise<void>;
  abstract find(id: string): Promise<CountedWebhook | undefined>;
  /** For a change within the open transaction. */
  abstract lock(id: string): Promise<CountedWebhook | undefined>;
  abstract save(webhook: Webhook): Promise<void>;
  /** The newest first. */
  abstract list(limit: number, cursor?: string): Promise<WebhooksPage>;
}
