import type { ShutdownHooks } from '../../bootstrap/shutdown';
import type { Logger } from '../../logging';

const SWEEP_EVERY_MS = 10_000;

export interface ImportQueueParts {
  readonly shutdown: ShutdownHooks;
  readonly logger: Logger;
  /** Fails the imports whose process died; answers their ids. */
  readonly failInterrupted: () => Promise<readonly string[]>;
}

/** Runs a service's imports of files one after another, and fails those whose process died. */
export class ImportQueue {
  private readonly logger: Logger;
  private readonly abort = new AbortController();
  private readonly atWork = new Set<Promise<void>>();
  private turn: Promise<void> = Promise.resolve();
  private sweeper: NodeJS.Timeout | undefined;

  constructor(private readonly parts: ImportQueueParts) {
    this.logger = parts.logger.named('ImportQueue');
  }

  /** Sweeps once, then every ten seconds, until the service stops. */
  async open(): Promise<void> {
    await this.sweep();
    this.sweeper = setInterval(() => void this.sweepQuietly(), SWEEP_EVERY_MS);
    this.parts.shutdown.add('imports', () => this.stop());
  }

  /**
   * Begins an import at once; what it is given to open its table by waits until those before it have ended, its
   * lease being kept meanwhile.
   */
  start(importId: string, run: (signal: AbortSignal, turn: Promise<void>) => Promise<void>): void {
    const before = this.turn;
    this.turn = this.execute(importId, (signal) => run(signal, before));
  }

  /** Runs an import now; resolves when it has ended, well or not. */
  execute(importId: string, run: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const work = run(this.abort.signal)
      .catch((error: unknown) => {
        // Its lease runs out, and the sweep fails it.
        this.logger.error('import could not be ended', { importId, err: error });
      })
      .finally(() => this.atWork.delete(work));
    this.atWork.add(work);
    return work;
  }

  /** Interrupts what runs: an import of minutes is not worth a stop of minutes. */
  private async stop(): Promise<void> {
    clearInterval(this.sweeper);
    this.abort.abort();
    await Promise.all(this.atWork);
  }

  private async sweep(): Promise<void> {
    const failed = await this.parts.failInterrupted();
    if (failed.length > 0)
      this.logger.warn('imports of a process that died were failed', { imports: failed });
  }

  private async sweepQuietly(): Promise<void> {
    try {
      await this.sweep();
    } catch (error) {
      this.logger.warn('interrupted imports could not be looked for', { err: error });
    }
  }
}
