import { Injectable } from '@nestjs/common';
import { Logger, RegularWork } from '@switchyard/platform';
import { SweepClocks } from './sweep-clocks.use-case';

const EVERY_MS = 1_000;
/** Clocks of one transaction. */
const BATCH = 500;

/** Sweeps every second, in batches until none is due; every process of the service does. */
@Injectable()
export class ClockSweeper extends RegularWork {
  constructor(
    private readonly sweep: SweepClocks,
    logger: Logger,
  ) {
    super('sweeping time limits', EVERY_MS, logger);
  }

  protected async round(): Promise<void> {
    for (;;) {
      const { clocks } = await this.sweep.execute(BATCH);
      if (clocks < BATCH || this.stopping) return;
    }
  }
}
