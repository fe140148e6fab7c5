import { Inject, Injectable } from '@nestjs/common';
import type { BatchAction } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { assertVersion, stateAfter } from './allowed-action';
import type { Batch, BatchChange } from './batch';
import { Batches } from './batches.port';

export interface BatchOrder {
  readonly batchId: string;
  readonly expectedVersion?: number;
}

/** Moves a batch from state to state (T2.13), one change at a time, each raising its version. */
@Injectable()
export class BatchLife {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly batches: Batches,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * `check` may refuse and add to the change; `after` runs in the same transaction.
   * @throws DomainError `batch.not-found`, `batch.version-conflict`, `batch.not-allowed-in-state`
   */
  move(
    order: BatchOrder,
    action: Exclude<BatchAction, 'delete'>,
    check: (batch: Batch, now: Date) => BatchChange | Promise<BatchChange> = () => ({}),
    after: (batch: Batch) => Promise<void> = async () => undefined,
  ): Promise<Batch> {
    return this.unitOfWork.inTransaction(async () => {
      const batch = await this.batches.lock(order.batchId);
      assertVersion(batch, order.expectedVersion);
      const state = stateAfter(batch, action);
      const now = this.clock.now();
      const changed = await this.batches.change(batch.id, { ...(await check(batch, now)), state }, now);
      await after(changed);
      return changed;
    });
  }
}
