import { Inject, Injectable } from '@nestjs/common';
import { NoticeDataChanged } from '@switchyard/contracts';
import {
  CLOCK,
  type Clock,
  FILE_STORE,
  type FileStore,
  Logger,
  Outbox,
  systemContext,
  UnitOfWork,
} from '@switchyard/platform';
import { noticeDataEvents } from '../../dialer/sweep-batches/notice-data-events';
import { assertDeletable, assertVersion } from '../batch/allowed-action';
import type { BatchOrder } from '../batch/batch-life';
import { Batches } from '../batch/batches.port';
import { importRunning } from '../import-contacts/import-errors';
import { Imports } from '../import-contacts/imports.port';

/** Removes a batch that was never started, with all that was imported for it: its files may be handed in again. */
@Injectable()
export class DeleteBatch {
  private readonly logger: Logger;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly batches: Batches,
    private readonly imports: Imports,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(FILE_STORE) private readonly files: FileStore,
    logger: Logger,
  ) {
    this.logger = logger.named('DeleteBatch');
  }

  /** @throws DomainError `batch.not-found`, `batch.version-conflict`, `batch.not-allowed-in-state`, `import.already-running` */
  async execute(order: BatchOrder): Promise<void> {
    const fileKeys = await this.unitOfWork.inTransaction(async () => {
      const batch = await this.batches.lock(order.batchId);
      assertVersion(batch, order.expectedVersion);
      assertDeletable(batch);
      const running = await this.imports.running(batch.id);
      if (running) throw importRunning(batch.id, running);
      if (batch.handedInAt) {
        const withdrawn = noticeDataEvents([{ ...batch, change: 'withdrawn' }], this.clock.now());
        await this.outbox.appendAll(NoticeDataChanged, withdrawn, systemContext('ivr'));
      }
      return this.batches.remove(batch.id);
    });
    for (const key of fileKeys) await this.removeFile(key);
  }

  /** The batch is gone already: a file that stays behind is told to the operator, not to the caller. */
  private async removeFile(key: string): Promise<void> {
    try {
      await this.files.remove(key);
    } catch (error) {
      this.logger.warn('uploaded file could not be removed', { key, err: error });
    }
  }
}
