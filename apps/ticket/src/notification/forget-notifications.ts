import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger, RegularWork } from '@switchyard/platform';
import { Policies } from '../policy/policies';
import { Notifications } from './notifications.port';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Rows of one statement, so that it holds nobody up. */
const BATCH = 5_000;

/** Removes notifications once the policy's time is over; nobody is told again, for what told them knows that it did. */
@Injectable()
export class ForgetNotifications extends RegularWork {
  constructor(
    private readonly notifications: Notifications,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('old notifications', HOUR_MS, logger);
  }

  async round(): Promise<void> {
    const now = this.clock.now();
    const { keepReadDays, keepUnreadDays } = await this.policies.notification(now);
    const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
    while (!this.stopping) {
      const gone = await this.notifications.forget(before(keepReadDays), before(keepUnreadDays), BATCH);
      if (gone < BATCH) return;
    }
  }
}
