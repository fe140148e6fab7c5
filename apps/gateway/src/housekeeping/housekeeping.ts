import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CLOCK, type Clock, Logger } from '@switchyard/platform';
import { AuditTrail } from '../audit/audit-trail.port';
import { ExpiredRows } from './expired-rows.port';

const EVERY_MS = 10 * 60_000;

/** Sweeps what has expired and makes room for the audit of the months to come. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private readonly logger: Logger;

  constructor(
    private readonly trail: AuditTrail,
    private readonly expired: ExpiredRows,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.named('Housekeeping');
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.trail.prepareMonths(this.clock.now());
    this.timer = setInterval(() => void this.run(), EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Never rejects: what fails now is tried again at the next turn. */
  async run(): Promise<void> {
    try {
      await this.trail.prepareMonths(this.clock.now());
      await this.expired.sweep(this.clock.now());
    } catch (error) {
      this.logger.error('housekeeping failed', { err: error });
    }
  }
}
