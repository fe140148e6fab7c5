import type { RequestContext } from '@switchyard/contracts';
import { isConnectionLost, type Logger } from '@switchyard/platform';
import type { Scheduler } from '../../telephony/scheduler';
import type { CallsAtWork } from '../calls-at-work';
import type { SettledFacts } from './settle-call';
import type { SettleCalls } from './settle-calls.use-case';

/** Milliseconds. */
const GATHER = 200;
const FIRST_RETRY = 250;
const LONGEST_RETRY = 5_000;

/**
 * Settles ended calls many at a time, and keeps them until it is done: a database that is away loses nothing. Calls
 * that cannot be settled now are tried again with growing pauses, apart from those that end meanwhile (T3.4).
 */
export class SettleQueue {
  private waiting: SettledFacts[] = [];
  private failed: SettledFacts[] = [];
  private timer: (() => void) | undefined;
  private retryTimer: (() => void) | undefined;
  private working = false;
  private retryMs = FIRST_RETRY;

  constructor(
    private readonly settleCalls: Pick<SettleCalls, 'execute'>,
    private readonly holder: string,
    private readonly context: RequestContext,
    private readonly atWork: CallsAtWork,
    private readonly scheduler: Scheduler,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  add(facts: SettledFacts): void {
    this.waiting.push(facts);
    this.schedule();
  }

  get length(): number {
    return this.waiting.length + this.failed.length;
  }

  private schedule(): void {
    if (this.working) return;
    this.timer ??= this.scheduler.after(GATHER, () => {
      this.timer = undefined;
      void this.work();
    });
  }

  private async work(): Promise<void> {
    this.working = true;
    const round = this.waiting;
    this.waiting = [];
    this.failed.push(...(await this.settle(round)));
    this.working = false;
    if (this.failed.length > 0) this.scheduleRetry();
    else this.retryMs = FIRST_RETRY;
    if (this.waiting.length > 0) this.schedule();
  }

  private scheduleRetry(): void {
    this.retryTimer ??= this.scheduler.after(this.retryMs, () => {
      this.retryTimer = undefined;
      this.retryMs = Math.min(LONGEST_RETRY, this.retryMs * 2);
      this.waiting.unshift(...this.failed.splice(0));
      this.schedule();
    });
  }

  /**
   * Together first; one by one when that fails, so that one bad call does not keep the others (T3.4). A database
   * that is away is not asked call by call.
   */
  private async settle(round: readonly SettledFacts[]): Promise<readonly SettledFacts[]> {
    try {
      await this.settleCalls.execute(this.holder, round, this.context);
      round.forEach(({ ended }) => this.atWork.remove(ended.held.id));
      return [];
    } catch (error) {
      this.logger.warn('settling calls failed', { calls: round.length, err: error });
      if (round.length <= 1 || isConnectionLost(error)) return round;
    }
    const failed: SettledFacts[] = [];
    for (const facts of round) failed.push(...(await this.settle([facts])));
    return failed;
  }
}
