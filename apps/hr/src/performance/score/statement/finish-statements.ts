import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger, RegularWork } from '@switchyard/platform';
import { MonthlyScores } from '../monthly-scores.port';

const EVERY_MS = 60_000;
const AT_ONCE = 1_000;

/** Every minute: statements whose time to appeal is over are final. */
@Injectable()
export class FinishStatements extends RegularWork {
  constructor(
    private readonly scores: MonthlyScores,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('closing statements of scores', EVERY_MS, logger);
  }

  protected async round(): Promise<void> {
    while (!this.stopping && (await this.scores.finish(this.clock.now(), AT_ONCE)) === AT_ONCE);
  }
}
