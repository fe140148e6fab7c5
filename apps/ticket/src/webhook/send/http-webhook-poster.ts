import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { describeError } from '@switchyard/platform';
import { Webhook as Signer } from 'standardwebhooks';
import { Agent } from 'undici';
import type { ClaimedDelivery } from '../webhook-deliveries.port';
import { type PostAnswer, WebhookPoster } from './webhook-poster.port';

/** A department's system that takes longer had better answer first and work later. */
const TIMEOUT_MS = 10_000;

/** Posts by HTTP, signed by the Standard Webhooks scheme; redirects are not followed, answers not read. */
@Injectable()
export class HttpWebhookPoster extends WebhookPoster implements OnApplicationShutdown {
  private readonly agent = new Agent({ connect: { timeout: TIMEOUT_MS }, connections: 4 });

  async post(delivery: ClaimedDelivery, at: Date): Promise<PostAnswer> {
    try {
      const { origin, pathname, search } = new URL(delivery.url);
      const { statusCode, body } = await this.agent.request({
        origin,
        path: `${pathname}${search}`,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'switchyard',
          'webhook-id': delivery.id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': signatures(delivery, at),
        },
        body: delivery.body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await body.dump();
      return { status: statusCode, ...(statusCode >= 300 && { error: `answered ${statusCode}` }) };
    } catch (error) {
      return { error: describeError(error).slice(0, 300) };
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
  }
}

/** One signature for each secret that holds, space apart. */
function signatures(
  { id, body, secret, previousSecret, previousSecretUntil }: ClaimedDelivery,
  at: Date,
): string {
  const secrets = [secret];
  if (previousSecret !== undefined && previousSecretUntil !== undefined && at < previousSecretUntil) {
    secrets.push(previousSecret);
  }
  return secrets.map((each) => new Signer(each).sign(id, at, body)).join(' ');
}
