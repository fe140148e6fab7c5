import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, type Clock, Logger, RegularWork } from '@switchyard/platform';
import { WorkOrderEvents } from './work-order-events.port';

const EVERY_MS = 6 * 3_600_000;

/** Makes room for the histories of the months to come, whatever month it is. */
@Injectable()
export class PrepareHistory extends RegularWork implements OnModuleInit {
  constructor(
    private readonly events: WorkOrderEvents,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('preparing months of histories', EVERY_MS, logger);
  }

  /** Before anything is asked of the service: what is written first has its month. */
  onModuleInit(): Promise<void> {
    return this.round();
  }

  protected round(): Promise<void> {
    return this.events.prepareMonths(this.clock.now());
  }
}
