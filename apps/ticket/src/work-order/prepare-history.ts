import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CLOCK, type Clock, Logger, Repeat } from '@switchyard/platform';
import { WorkOrderEvents } from './work-order-events.port';

const EVERY_MS = 6 * 3_600_000;

/** Makes room for the histories of the months to come, whatever month it is. */
@Injectable()
export class PrepareHistory implements OnModuleInit, OnApplicationShutdown {
  private readonly repeat: Repeat;

  constructor(
    private readonly events: WorkOrderEvents,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    const prepare = () => this.events.prepareMonths(this.clock.now());
    this.repeat = new Repeat(
      'preparing months of histories',
      EVERY_MS,
      prepare,
      logger.named('PrepareHistory'),
    );
  }

  /** Before anything is asked of the service: what is written first has its month. */
  async onModuleInit(): Promise<void> {
    await this.events.prepareMonths(this.clock.now());
    this.repeat.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.repeat.stop();
  }
}
