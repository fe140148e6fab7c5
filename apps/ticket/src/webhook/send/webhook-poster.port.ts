import type { ClaimedDelivery } from '../webhook-deliveries.port';

export interface PostAnswer {
  /** HTTP status; absent when no answer came in time. */
  readonly status?: number;
  /** Why it was not taken, in words; holds nothing of what was posted. */
  readonly error?: string;
}

export abstract class WebhookPoster {
  /** One try. Never rejects: what goes wrong is the answer. */
  abstract post(delivery: ClaimedDelivery, at: Date): Promise<PostAnswer>;
}
