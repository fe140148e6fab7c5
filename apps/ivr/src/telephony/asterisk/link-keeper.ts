import type { Scheduler } from '../scheduler';
import { backOffMs } from './back-off';

export interface KeptLink {
  close(): void;
}

export interface LinkKeeperParts {
  /** Opens a fresh link; it calls `lost` once when it is gone. */
  readonly open: (lost: (reason: string) => void) => Promise<KeptLink>;
  readonly scheduler: Scheduler;
  /** 0..1 */
  readonly random: () => number;
  /** A try failed; the next one follows after `waitMs`. */
  readonly onFailed: (error: unknown, attempt: number, waitMs: number) => void;
  readonly onLost: (reason: string) => void;
}

/**
 * Keeps one link open from `start` to `stop`: opens a fresh one after every loss and every failed try, with
 * back-off and without an end to its patience (T6: ari-client gives up after ten).
 */
export class LinkKeeper {
  private turn = 0;
  private running = false;
  private attempt = 0;
  private link: KeptLink | undefined;
  private cancelWait: () => void = () => undefined;

  constructor(private readonly parts: LinkKeeperParts) {}

  get isRunning(): boolean {
    return this.running;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.attempt = 0;
    this.tryNow();
  }

  stop(): void {
    this.running = false;
    this.drop();
  }

  /** Gives the present link up and opens the next one. */
  renew(reason: string): void {
    if (!this.running) return;
    this.drop();
    this.parts.onLost(reason);
    this.tryLater();
  }

  private drop(): void {
    this.turn += 1;
    this.cancelWait();
    this.link?.close();
    this.link = undefined;
  }

  private tryLater(): number {
    this.attempt += 1;
    const waitMs = backOffMs(this.attempt, this.parts.random());
    this.cancelWait = this.parts.scheduler.after(waitMs, () => this.tryNow());
    return waitMs;
  }

  private tryNow(): void {
    const turn = this.turn;
    const lost = (reason: string): void => {
      if (turn === this.turn) this.renew(reason);
    };
    this.parts.open(lost).then(
      (link) => {
        if (turn !== this.turn) {
          link.close();
          return;
        }
        this.link = link;
        this.attempt = 0;
      },
      (error: unknown) => {
        if (turn !== this.turn) return;
        const waitMs = this.tryLater();
        this.parts.onFailed(error, this.attempt, waitMs);
      },
    );
  }
}
