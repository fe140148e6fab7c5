import { Injectable } from '@nestjs/common';
import { BatchStarted, type RequestContext } from '@switchyard/contracts';
import { Outbox } from '@switchyard/platform';
import type { Batch } from '../batch/batch';
import { BatchLife, type BatchOrder } from '../batch/batch-life';
import { deadlinePassed } from '../create-batch/create-batch.use-case';
import { importRunning } from '../import-contacts/import-errors';
import { Imports } from '../import-contacts/imports.port';

/** ready → running (T2.13). From here on the dialer takes its contacts. */
@Injectable()
export class StartBatch {
  constructor(
    private readonly life: BatchLife,
    private readonly imports: Imports,
    private readonly outbox: Outbox,
  ) {}

  /** @throws DomainError `import.already-running`, `batch.deadline-passed`, and those of BatchLife. */
  execute(order: BatchOrder, context: RequestContext): Promise<Batch> {
    return this.life.move(
      order,
      'start',
      async (batch, now) => {
        const running = await this.imports.running(batch.id);
        if (running) throw importRunning(batch.id, running);
        if (batch.deadlineAt && batch.deadlineAt <= now) throw deadlinePassed(batch.deadlineAt);
        return { startedAt: now };
      },
      (batch) => this.tell(batch, context),
    );
  }

  private tell(batch: Batch, context: RequestContext): Promise<void> {
    return this.outbox.append(
      BatchStarted,
      {
        batchId: batch.id,
        kind: batch.kind,
        name: batch.name,
        contacts: batch.contacts,
        startedAt: (batch.startedAt ?? batch.updatedAt).toISOString(),
        deadlineAt: batch.deadlineAt?.toISOString(),
      },
      context,
    );
  }
}
