import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger, RegularWork, systemContext } from '@switchyard/platform';
import { TakeHistory } from './take-history';

const EVERY_MS = 3_600_000;
/** Handling times of yesterday's last calls are known today. */
const BACK_MS = 2 * 86_400_000;
const QUARTER_MS = 15 * 60_000;

/** Reads the last two days of the queues' figures every hour; the first time an hour behind the start. */
@Injectable()
export class TakeHourly extends RegularWork {
  constructor(
    private readonly history: TakeHistory,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('taking the history of the queues', EVERY_MS, logger, { firstAfterMs: EVERY_MS });
  }

  protected async round(): Promise<void> {
    const now = this.clock.now().getTime();
    const from = new Date(Math.floor((now - BACK_MS) / QUARTER_MS) * QUARTER_MS);
    await this.history.take(from, new Date(now), systemContext('hr'));
  }
}
