import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  COMMON_ERRORS,
  HandOffReceiptRecorded,
  type RecordHandOffReceiptRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Outbox, UnitOfWork } from '@switchyard/platform';
import { Batches } from '../batch/batches.port';
import { assertFinal } from '../hand-off/assert-final';
import { HandOffs, type Receipt } from '../hand-off/hand-offs.port';

/** Clocks of two machines may differ by this much. */
const TOLERANCE_MS = 60_000;

/** Notes who took the final list, when, and under which reference (T2.11). A list may be received more than once. */
@Injectable()
export class RecordHandOffReceipt {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly batches: Batches,
    private readonly handOffs: HandOffs,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `batch.not-found`, `hand-off.not-allowed-in-state`, `request.invalid` for a time to come */
  execute(command: RecordHandOffReceiptRequest, context: RequestContext): Promise<Receipt> {
    return this.unitOfWork.inTransaction(async () => {
      const batch = await this.batches.get(command.batchId);
      assertFinal(batch);
      const now = this.clock.now();
      const receivedAt = command.receivedAt === undefined ? now : new Date(command.receivedAt);
      if (receivedAt.getTime() > now.getTime() + TOLERANCE_MS) throw inTheFuture();
      const receipt: Receipt = {
        id: randomUUID(),
        batchId: batch.id,
        receivedBy: command.receivedBy,
        reference: command.reference ?? null,
        note: command.note ?? null,
        receivedAt,
        recordedBy: context.actor.name || context.actor.id,
      };
      await this.handOffs.addReceipt(receipt);
      await this.outbox.append(
        HandOffReceiptRecorded,
        {
          batchId: batch.id,
          receiptId: receipt.id,
          receivedBy: receipt.receivedBy,
          reference: receipt.reference ?? undefined,
          receivedAt: receivedAt.toISOString(),
          contacts: await this.handOffs.count(batch.id),
        },
        context,
      );
      return receipt;
    });
  }
}

function inTheFuture(): DomainError {
  return new DomainError(COMMON_ERRORS.invalid, 'receivedAt lies in the future.', {
    fields: [{ field: 'receivedAt', problems: ['must not lie in the future'] }],
  });
}
