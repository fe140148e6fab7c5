import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger, MetricsRegistry, Repeat } from '@switchyard/platform';
import { FollowStaff } from './follow-staff';

const EVERY_MS = 60_000;

/** Every minute: accounts that could not follow their owners. How many are left is a metric. */
@Injectable()
export class RetryFollowing implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Repeat;

  constructor(follow: FollowStaff, metrics: MetricsRegistry, logger: Logger) {
    const left = metrics.gauge({
      name: 'staff_accounts_not_following',
      help: 'Sign-in accounts that do not follow their owner in the register of staff.',
    });
    const round = async () => left.set(await follow.retryPending());
    this.rounds = new Repeat('accounts that could not follow their owners', EVERY_MS, round, logger);
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }
}
