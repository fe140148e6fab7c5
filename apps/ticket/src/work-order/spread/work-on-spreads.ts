import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger, RegularWork, UnitOfWork } from '@switchyard/platform';
import { SpreadSteps } from './spread-steps';
import { type Spread, Spreads } from './spreads.port';

const EVERY_MS = 1_000;
/** Work orders between two notes of how far it got. */
const BATCH = 50;
/** Who has not gone on for so long is taken to be gone. */
const LEASE_MS = 30_000;
const AGAIN_AFTER_MS = 60_000;

/**
 * Goes on with acts that concern more work orders than one request can wait for: each of them in a transaction of its
 * own, so that neither locks nor time grow with their number. What is left to do is seen by the work orders themselves,
 * and after a restart, or in another process, it goes on there. One that fails is tried again, and holds up no other.
 */
@Injectable()
export class WorkOnSpreads extends RegularWork {
  constructor(
    private readonly spreads: Spreads,
    private readonly steps: SpreadSteps,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('what concerns many work orders', EVERY_MS, logger);
  }

  protected async round(): Promise<void> {
    while (!this.stopping) {
      const now = this.clock.now();
      const spread = await this.spreads.claim(now, new Date(now.getTime() + LEASE_MS));
      if (!spread) return;
      await this.goOn(spread);
    }
  }

  private async goOn(spread: Spread): Promise<void> {
    const step = this.steps.get(spread.step);
    const numbers = await step.pending(spread, spread.after, BATCH);
    let last = spread.after;
    for (const number of numbers) {
      if (this.stopping) break;
      await this.apply(number, spread);
      last = number;
    }
    const now = this.clock.now();
    if (this.stopping || numbers.length === BATCH) return this.spreads.goOn(spread.id, now, last);
    const [left] = await step.pending(spread, undefined, 1);
    if (left !== undefined) return this.spreads.goOn(spread.id, new Date(now.getTime() + AGAIN_AFTER_MS));
    await this.work.inTransaction(async () => {
      await step.finish(spread, spread.context);
      await this.spreads.remove(spread.id);
    });
  }

  private async apply(number: string, spread: Spread): Promise<void> {
    try {
      const step = this.steps.get(spread.step);
      await this.work.inTransaction(() => step.apply(number, spread, spread.context));
    } catch (error) {
      this.log.error(`${spread.step} of ${number} failed; it will be tried again`, { err: error, number });
    }
  }
}
