import { describeError, type Logger, Repeat } from '@switchyard/platform';

/** Milliseconds. An answer is asked for every `every`, and holds for so long that two may be lost. */
export const TRUTH = { every: 2_000, holdsFor: 6_000 } as const;

/** Seconds that the news of a payment may take to us: longer, and payments do not come in. */
export const NEWS_SECONDS = 5;

/** Where it is known who has paid, and what of it has arrived here. */
export interface TruthSources {
  /** Whether others can be reached at all. */
  readonly isConnected: () => boolean;
  /**
   * The payment recorded last among those recorded for so many seconds; undefined when there is none. Rejects when it
   * is not answered in time.
   */
  readonly newestPayment: (recordedForSeconds: number) => Promise<string | undefined>;
  readonly hasArrived: (paymentId: string) => Promise<boolean>;
}

/**
 * Whether what others know of payments reaches us now (T2.9): their owner answers, and of what it recorded some seconds
 * ago the newest has arrived by the way that all payments come. While that is not so nobody is dialled.
 */
export class TruthWatch {
  private goodAt = Number.NEGATIVE_INFINITY;
  private problem: string | undefined;
  private readonly loop: Repeat;

  constructor(
    private readonly sources: TruthSources,
    private readonly logger: Logger,
    private readonly monotonicNow: () => number = () => performance.now(),
  ) {
    this.loop = new Repeat('asking who has paid', TRUTH.every, () => this.ask(), logger);
  }

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  isCurrent(): boolean {
    return this.sources.isConnected() && this.monotonicNow() - this.goodAt < TRUTH.holdsFor;
  }

  /** Asks now. */
  async ask(): Promise<void> {
    const askedAt = this.monotonicNow();
    try {
      const newest = await this.sources.newestPayment(NEWS_SECONDS);
      if (newest !== undefined && !(await this.sources.hasArrived(newest))) {
        // This is an answer, and needs no patience.
        this.goodAt = Number.NEGATIVE_INFINITY;
        return this.note('payments are recorded that have not come in', { paymentId: newest });
      }
      this.goodAt = askedAt;
      this.note(undefined);
    } catch (error) {
      this.note('nobody answers who has paid', { error: describeError(error) });
    }
  }

  private note(problem: string | undefined, fields?: Readonly<Record<string, unknown>>): void {
    if (problem === this.problem) return;
    this.problem = problem;
    if (problem === undefined) this.logger.info('payments come in');
    else this.logger.warn(problem, fields);
  }
}
