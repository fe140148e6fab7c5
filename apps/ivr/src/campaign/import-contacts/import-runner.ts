import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, type Clock, INTERRUPTED, Logger, ShutdownHooks } from '@switchyard/platform';
import type { ImportRecord } from './import-record';
import { Imports } from './imports.port';
import { type ImportRows, RunImport } from './run-import';

const SWEEP_EVERY_MS = 10_000;

/** Runs the imports of files one after another, and fails those whose process died. */
@Injectable()
export class ImportRunner implements OnModuleInit {
  private readonly logger: Logger;
  private readonly abort = new AbortController();
  private readonly atWork = new Set<Promise<void>>();
  private turn: Promise<void> = Promise.resolve();
  private sweeper: NodeJS.Timeout | undefined;

  constructor(
    private readonly runImport: RunImport,
    private readonly imports: Imports,
    private readonly shutdown: ShutdownHooks,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.named('ImportRunner');
  }

  async onModuleInit(): Promise<void> {
    await this.sweep();
    this.sweeper = setInterval(() => void this.sweepQuietly(), SWEEP_EVERY_MS);
    this.shutdown.add('imports', () => this.stop());
  }

  /** Begins an import when those before it have ended; its lease is kept meanwhile. */
  start(record: ImportRecord, open: () => Promise<ImportRows>): void {
    const before = this.turn;
    const work = this.execute(record, async () => {
      await before;
      return open();
    });
    this.turn = work;
  }

  /** Runs an import at once; resolves when it has ended, well or not. */
  execute(record: ImportRecord, open: () => Promise<ImportRows>): Promise<void> {
    const work = this.runImport
      .execute(record, open, this.abort.signal)
      .catch((error: unknown) => {
        // Its lease runs out, and the sweep fails it.
        this.logger.error('import could not be ended', { importId: record.id, err: error });
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
    const failed = await this.imports.failInterrupted(INTERRUPTED, this.clock.now());
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
