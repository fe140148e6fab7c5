import { Injectable } from '@nestjs/common';
import { Logger, MetricsRegistry, RegularWork } from '@switchyard/platform';
import { FollowStaff } from './follow-staff';

const EVERY_MS = 60_000;

/** Every minute: accounts that could not follow their owners. How many are left is a metric. */
@Injectable()
export class RetryFollowing extends RegularWork {
  constructor(
    private readonly follow: FollowStaff,
    private readonly metrics: MetricsRegistry,
    logger: Logger,
  ) {
    super('accounts that could not follow their owners', EVERY_MS, logger);
  }

  protected async round(): Promise<void> {
    this.left.set(await this.follow.retryPending());
  }

  private get left() {
    const help = 'Sign-in accounts that do not follow their owner in the register of staff.';
    return this.metrics.gauge({ name: 'staff_accounts_not_following', help });
  }
}
