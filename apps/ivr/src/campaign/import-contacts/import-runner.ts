import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, type Clock, ImportQueue, INTERRUPTED, Logger, ShutdownHooks } from '@switchyard/platform';
import type { ImportRecord } from './import-record';
import { Imports } from './imports.port';
import { type ImportRows, RunImport } from './run-import';

/** Runs the imports of batches: those of files one after another, those of rows at once. */
@Injectable()
export class ImportRunner implements OnModuleInit {
  private readonly queue: ImportQueue;

  constructor(
    private readonly runImport: RunImport,
    imports: Imports,
    shutdown: ShutdownHooks,
    @Inject(CLOCK) clock: Clock,
    logger: Logger,
  ) {
    const failInterrupted = () => imports.failInterrupted(INTERRUPTED, clock.now());
    this.queue = new ImportQueue({ shutdown, logger, failInterrupted });
  }

  onModuleInit(): Promise<void> {
    return this.queue.open();
  }

  /** Begins an import when those before it have ended. */
  start(record: ImportRecord, open: () => Promise<ImportRows>): void {
    this.queue.start(record.id, (signal, turn) =>
      this.runImport.execute(record, () => turn.then(open), signal),
    );
  }

  /** Runs an import at once; resolves when it has ended, well or not. */
  execute(record: ImportRecord, open: () => Promise<ImportRows>): Promise<void> {
    return this.queue.execute(record.id, (signal) => this.runImport.execute(record, open, signal));
  }
}
