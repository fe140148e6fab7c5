import { Inject, Injectable } from '@nestjs/common';
import { judgeWebhookAnswer, nextWebhookTry } from '@switchyard/domain';
import { CLOCK, type Clock, Logger, MetricsRegistry, RegularWork } from '@switchyard/platform';
import { type ClaimedDelivery, type TryResult, WebhookDeliveries } from '../webhook-deliveries.port';
import { type PostAnswer, WebhookPoster } from './webhook-poster.port';

const EVERY_MS = 1_000;
const AT_ONCE = 10;
/** Longer than ten tries that all time out. */
const LEASE_MS = 150_000;
/** A system that gives no answer is left alone for so long before the next of its deliveries is tried. */
const PAUSE_MS = 60_000;

/**
 * Posts what is due: the deliveries of one webhook one after another, the webhooks beside one another, so that a slow system keeps
 * nobody else waiting. What a process had claimed when it died is tried again after the lease, under the same id.
 */
@Injectable()
export class SendDeliveries extends RegularWork {
  private readonly busy = new Map<string, Promise<void>>();

  constructor(
    private readonly deliveries: WebhookDeliveries,
    private readonly poster: WebhookPoster,
    private readonly metrics: MetricsRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('webhook deliveries', EVERY_MS, logger);
  }

  /** What is being posted is settled first: a try takes at most ten seconds. */
  override async onApplicationShutdown(): Promise<void> {
    await super.onApplicationShutdown();
    await Promise.all(this.busy.values());
  }

  kick(): void {
    this.atOnce();
  }

  protected async round(): Promise<void> {
    const now = this.clock.now();
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    const claimed = await this.deliveries.claim(now, leaseUntil, AT_ONCE, [...this.busy.keys()]);
    for (const [webhookId, batch] of byWebhook(claimed)) {
      const sending = this.sendAll(batch)
        .catch((error: unknown) =>
          this.log.error('webhook deliveries stay claimed', { err: error, webhookId }),
        )
        .finally(() => this.busy.delete(webhookId));
      this.busy.set(webhookId, sending);
    }
  }

  private async sendAll(batch: readonly ClaimedDelivery[]): Promise<void> {
    for (const [index, delivery] of batch.entries()) {
      const answer = await this.poster.post(delivery, this.clock.now());
      await this.settle(delivery, answer);
      if (answer.status !== undefined) continue;
      const rest = batch.slice(index + 1).map(({ id }) => id);
      await this.deliveries.putBack(rest, new Date(this.clock.now().getTime() + PAUSE_MS));
      return;
    }
  }

  private async settle(delivery: ClaimedDelivery, { status, error }: PostAnswer): Promise<void> {
    const result = resultOf(delivery.tries + 1, status, this.clock.now());
    await this.deliveries.settle(delivery.id, {
      ...result,
      ...(status !== undefined && { status }),
      ...(error !== undefined && { error }),
    });
    this.metrics
      .counter({
        name: 'webhook_tries_total',
        help: 'Tries to post an event to a webhook, by what became of the delivery.',
        labelNames: ['state'],
      })
      .inc({ state: result.state });
    if (result.state === 'dead') {
      const { id, webhookId } = delivery;
      this.log.warn('a webhook delivery was given up', { deliveryId: id, webhookId, status, error });
    }
  }
}

function resultOf(tries: number, status: number | undefined, at: Date): TryResult {
  const verdict = judgeWebhookAnswer(status);
  if (verdict === 'delivered') return { state: 'delivered', at };
  const nextTryAt = verdict === 'again' ? nextWebhookTry(tries, at, Math.random()) : undefined;
  return nextTryAt ? { state: 'waiting', at, nextTryAt } : { state: 'dead', at };
}

function byWebhook(claimed: readonly ClaimedDelivery[]): Map<string, ClaimedDelivery[]> {
  const batches = new Map<string, ClaimedDelivery[]>();
  for (const delivery of claimed) {
    const batch = batches.get(delivery.webhookId);
    if (batch) batch.push(delivery);
    else batches.set(delivery.webhookId, [delivery]);
  }
  return batches;
}
