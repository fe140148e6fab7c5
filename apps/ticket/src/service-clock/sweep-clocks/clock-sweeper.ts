import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger, Repeat } from '@switchyard/platform';
import { SweepClocks } from './sweep-clocks.use-case';

const EVERY_MS = 1_000;
/** Clocks of one transaction. */
const BATCH = 500;

/** Sweeps every second, in batches until none is due; every process of the service does. */
@Injectable()
export class ClockSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeat: Repeat;
  private stopping = false;

  constructor(
    private readonly sweep: SweepClocks,
    logger: Logger,
  ) {
    this.repeat = new Repeat(
      'sweeping time limits',
      EVERY_MS,
      () => this.round(),
      logger.named('ClockSweeper'),
    );
  }

  onApplicationBootstrap(): void {
    this.repeat.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.repeat.stop();
  }

  private async round(): Promise<void> {
    for (;;) {
      const { clocks } = await this.sweep.execute(BATCH);
      if (clocks < BATCH || this.stopping) return;
    }
  }
}
