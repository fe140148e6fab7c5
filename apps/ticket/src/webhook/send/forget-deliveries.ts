import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CLOCK, type Clock, Logger, Repeat } from '@switchyard/platform';
import { WebhookDeliveries } from '../webhook-deliveries.port';

const HOUR_MS = 3_600_000;
const KEEP_DELIVERED_MS = 30 * 24 * HOUR_MS;
const KEEP_DEAD_MS = 90 * 24 * HOUR_MS;

/** Deliveries hold what was posted, personal data too: those that were taken go after 30 days, those given up after 90. */
@Injectable()
export class ForgetDeliveries implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeat: Repeat;

  constructor(
    private readonly deliveries: WebhookDeliveries,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.repeat = new Repeat(
      'old webhook deliveries',
      HOUR_MS,
      () => this.run(),
      logger.named('ForgetDeliveries'),
    );
  }

  onApplicationBootstrap(): void {
    this.repeat.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeat.stop();
  }

  private async run(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.deliveries.forget(new Date(now - KEEP_DELIVERED_MS), new Date(now - KEEP_DEAD_MS));
  }
}
