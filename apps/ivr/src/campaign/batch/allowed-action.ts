import { BATCH_ERRORS } from '@switchyard/contracts';
import { BATCH_ACTIONS, type BatchAction, type BatchState, transition } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { Batch } from './batch';

/**
 * The state that the action leads to (T2.13).
 * @throws DomainError `batch.not-allowed-in-state`, telling what would be allowed.
 */
export function stateAfter(batch: Batch, action: Exclude<BatchAction, 'delete'>): BatchState {
  const next = allowed(batch, action);
  if (next === 'deleted') throw new Error(`${action} does not delete`);
  return next;
}

/** @throws DomainError `batch.not-allowed-in-state` once it was started. */
export function assertDeletable(batch: Batch): void {
  allowed(batch, 'delete');
}

/** @throws DomainError `batch.version-conflict` when somebody changed the batch since the caller read it. */
export function assertVersion(batch: Batch, expected: number | undefined): void {
  if (expected === undefined || expected === batch.version) return;
  throw new DomainError(
    BATCH_ERRORS.versionConflict,
    `The batch was changed since: it is at version ${batch.version}, not ${expected}. Read it again and repeat.`,
    { version: batch.version, expectedVersion: expected, state: batch.state },
  );
}

/** @throws DomainError `batch.not-allowed-in-state`: contacts are taken until the batch is started. */
export function assertTakesContacts(batch: Batch): void {
  if (batch.state === 'draft' || batch.state === 'ready') return;
  throw notAllowed(batch, 'import', 'batch-was-started');
}

function allowed(batch: Batch, action: BatchAction): BatchState | 'deleted' {
  const next = transition(batch.state, action);
  if (!next.ok) throw notAllowed(batch, action, next.error);
  return next.value;
}

function notAllowed(batch: Batch, action: string, reason: string): DomainError {
  const possible = BATCH_ACTIONS.filter(
    (other) => other !== 'make-ready' && other !== 'finish' && transition(batch.state, other).ok,
  );
  const remedy =
    possible.length > 0 ? `Possible now: ${possible.join(', ')}.` : 'Nothing changes it any more.';
  return new DomainError(
    BATCH_ERRORS.wrongState,
    `"${action}" is not possible: the batch is ${batch.state} (${reason}). ${remedy}`,
    { state: batch.state, action, reason, allowed: possible },
  );
}
