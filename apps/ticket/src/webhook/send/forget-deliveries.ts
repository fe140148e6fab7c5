import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger, RegularWork } from '@switchyard/platform';
import { WebhookDeliveries } from '../webhook-deliveries.port';

const HOUR_MS = 3_600_000;
const KEEP_DELIVERED_MS = 30 * 24 * HOUR_MS;
const KEEP_DEAD_MS = 90 * 24 * HOUR_MS;

/** Deliveries hold what was posted, personal data too: those that were taken go after 30 days, those given up after 90. */
@Injectable()
export class ForgetDeliveries extends RegularWork {
  constructor(
    private readonly deliveries: WebhookDeliveries,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('old webhook deliveries', HOUR_MS, logger);
  }

  protected async round(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.deliveries.forget(new Date(now - KEEP_DELIVERED_MS), new Date(now - KEEP_DEAD_MS));
  }
}
