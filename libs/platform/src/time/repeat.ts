import type { Logger } from '../logging';

/** Milliseconds between rounds that keep failing. */
const LONGEST_PAUSE = 5_000;

/**
 * Does some work again and again, `everyMs` after the round before has ended. A failed round is logged and not the
 * last; while rounds fail the pauses grow.
 */
export class Repeat {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;
  private again = false;
  private pauseMs: number;

  constructor(
    private readonly name: string,
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
    private readonly logger: Logger,
  ) {
    this.pauseMs = everyMs;
  }

  start(): void {
    this.kick();
  }

  /** Begins a round now; one that is under way is followed by another at once. */
  kick(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.round().finally(() => {
      this.running = undefined;
      if (this.stopped) return;
      if (this.again) {
        this.again = false;
        this.kick();
      } else this.timer = setTimeout(() => this.kick(), this.pauseMs);
    });
  }

  /** Ends after the round under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    try {
      await this.work();
      this.pauseMs = this.everyMs;
    } catch (error) {
      this.pauseMs = Math.max(this.everyMs, Math.min(LONGEST_PAUSE, this.pauseMs * 2));
      this.logger.error(`${this.name} failed; it will be tried again`, { err: error });
    }
  }
}
