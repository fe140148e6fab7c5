import { BATCH_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';

export function importRunning(batchId: string, importId: string): DomainError {
  return new DomainError(
    BATCH_ERRORS.importRunning,
    `An import of this batch is running: wait until it has ended (import ${importId}).`,
    { batchId, importId },
  );
}

/** The same bytes for the same kind are the same file, in whatever batch (T2.2). */
export function sameFile(first: { batchId: string; importId: string; importedAt: Date }): DomainError {
  return new DomainError(
    BATCH_ERRORS.sameFile,
    `These bytes were imported already, at ${first.importedAt.toISOString()} into batch ${first.batchId}.`,
    { batchId: first.batchId, importId: first.importId, importedAt: first.importedAt.toISOString() },
  );
}

export function fileMissing(fileKey: string): DomainError {
  return new DomainError(BATCH_ERRORS.fileMissing, `The upload "${fileKey}" is not there: upload it again.`, {
    fileKey,
  });
}
