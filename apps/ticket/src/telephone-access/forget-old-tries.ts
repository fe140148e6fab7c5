import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CLOCK, type Clock, Logger } from '@switchyard/platform';
import { Policies } from '../policy/policies';
import { TelephoneTries } from './telephone-tries.port';

const EVERY_MS = 60 * 60_000;

/** Sweeps failures that count no more, of accounts that never existed too. */
@Injectable()
export class ForgetOldTries implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private readonly logger: Logger;

  constructor(
    private readonly tries: TelephoneTries,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.named('ForgetOldTries');
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.run(), EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Never rejects: what fails now is tried again at the next turn. */
  async run(): Promise<void> {
    try {
      const now = this.clock.now();
      await this.tries.forget(await this.policies.telephoneAccess(now), now);
    } catch (error) {
      this.logger.error('old telephone password failures were not removed', { err: error });
    }
  }
}
