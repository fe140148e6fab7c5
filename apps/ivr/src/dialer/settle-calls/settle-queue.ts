import type { RequestContext } from '@switchyard/contracts';
import type { Logger } from '@switchyard/platform';
import type { Scheduler } from '../../telephony/scheduler';
import type { CallsAtWork } from '../calls-at-work';
import type { SettledFacts } from './settle-call';
import type { SettleCalls } from './settle-calls.use-case';

/** Milliseconds. */
const GATHER = 20;
const FIRST_RETRY = 250;
const LONGEST_RETRY = 5_000;

/** Settles ended calls many at a time, and keeps them until it is done: a database that is away loses nothing. */
export class SettleQueue {
  private waiting: SettledFacts[] = [];
  private timer: (() => void) | undefined;
  private working = false;
  private retryMs = FIRST_RETRY;

  constructor(
    private readonly settleCalls: SettleCalls,
    private readonly holder: string,
    private readonly context: RequestContext,
    private readonly atWork: CallsAtWork,
    private readonly scheduler: Scheduler,
    private readonly logger: Logger,
  ) {}

  add(facts: SettledFacts): void {
    this.waiting.push(facts);
    this.schedule(GATHER);
  }

  get length(): number {
    return this.waiting.length;
  }

  private schedule(ms: number): void {
    if (this.working) return;
    this.timer ??= this.scheduler.after(ms, () => {
      this.timer = undefined;
      void this.work();
    });
  }

  private async work(): Promise<void> {
    this.working = true;
    const round = this.waiting;
    this.waiting = [];
    const failed = await this.settle(round);
    this.waiting.unshift(...failed);
    this.working = false;
    this.retryMs = failed.length > 0 ? Math.min(LONGEST_RETRY, this.retryMs * 2) : FIRST_RETRY;
    if (this.waiting.length > 0) this.schedule(failed.length > 0 ? this.retryMs : GATHER);
  }

  /** Together first; one by one when that fails, so that one bad call does not keep the others (T3.4). */
  private async settle(round: readonly SettledFacts[]): Promise<readonly SettledFacts[]> {
    try {
      await this.settleCalls.execute(this.holder, round, this.context);
      round.forEach(({ ended }) => this.atWork.remove(ended.held.id));
      return [];
    } catch (error) {
      this.logger.warn('settling calls failed', { calls: round.length, err: error });
      if (round.length <= 1) return round;
    }
    const failed: SettledFacts[] = [];
    for (const facts of round) failed.push(...(await this.settle([facts])));
    return failed;
  }
}
