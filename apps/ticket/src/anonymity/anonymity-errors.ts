import { IDENTITY_ERRORS } from '@switchyard/contracts';
import type { ReadingState } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';

export function readingNotFound(requestId: string): DomainError {
  return new DomainError(IDENTITY_ERRORS.requestNotFound, `There is no request ${requestId}.`, { requestId });
}

export function readingWrongState(state: ReadingState, remedy: string): DomainError {
  return new DomainError(IDENTITY_ERRORS.wrongState, `The request is ${state}; ${remedy}.`, { state });
}

/** @throws DomainError `identity.reason-too-short` */
export function assertReason(reason: string, length: number): void {
  if (reason.trim().length >= length) return;
  throw new DomainError(
    IDENTITY_ERRORS.reasonTooShort,
    `Give a reason of at least ${length} characters: it is kept and looked through.`,
    { field: 'reason', length },
  );
}
