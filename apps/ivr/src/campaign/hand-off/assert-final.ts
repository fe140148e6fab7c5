import { BATCH_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { Batch } from '../batch/batch';

/**
 * A list is taken once, when nothing can be added to it any more: the batch has ended and its last call is settled.
 * @throws DomainError `hand-off.not-allowed-in-state`
 */
export function assertFinal(batch: Batch): Date {
  if (batch.endedAt) return batch.endedAt;
  throw new DomainError(
    BATCH_ERRORS.handOffNotFinal,
    `The hand-off list is not final: the batch is ${batch.state} and contacts may still be added. Wait until it is finished, or stop it; meanwhile read the list at .../hand-off.`,
    { batchId: batch.id, state: batch.state },
  );
}
