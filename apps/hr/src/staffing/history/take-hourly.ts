import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CLOCK, type Clock, Logger, Repeat, systemContext } from '@switchyard/platform';
import { TakeHistory } from './take-history';

const EVERY_MS = 3_600_000;
/** Handling times of yesterday's last calls are known today. */
const BACK_MS = 2 * 86_400_000;
const QUARTER_MS = 15 * 60_000;

/** Reads the last two days of the queues' figures every hour; the first time an hour behind the start. */
@Injectable()
export class TakeHourly implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Repeat;
  private first: NodeJS.Timeout | undefined;

  constructor(
    private readonly history: TakeHistory,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.rounds = new Repeat('taking the history of the queues', EVERY_MS, () => this.round(), logger);
  }

  onApplicationBootstrap(): void {
    this.first = setTimeout(() => this.rounds.start(), EVERY_MS);
    this.first.unref();
  }

  onApplicationShutdown(): Promise<void> {
    clearTimeout(this.first);
    return this.rounds.stop();
  }

  private async round(): Promise<void> {
    const now = this.clock.now().getTime();
    const from = new Date(Math.floor((now - BACK_MS) / QUARTER_MS) * QUARTER_MS);
    await this.history.take(from, new Date(now), systemContext('hr'));
  }
}
