import { REGISTER_IMPORT_ERRORS, type RegisterKind } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';

export function sameFile(register: RegisterKind, first: { importId: string; importedAt: Date }): DomainError {
  const importedAt = first.importedAt.toISOString();
  return new DomainError(
    REGISTER_IMPORT_ERRORS.sameFile,
    `These bytes were imported into ${register} already, at ${importedAt} (import ${first.importId}).`,
    { register, importId: first.importId, importedAt },
  );
}

export function importRunning(register: RegisterKind, importId: string): DomainError {
  return new DomainError(
    REGISTER_IMPORT_ERRORS.running,
    `An import of ${register} is running: wait until it has ended (import ${importId}).`,
    { register, importId },
  );
}

export function fileMissing(fileKey: string): DomainError {
  return new DomainError(
    REGISTER_IMPORT_ERRORS.fileMissing,
    `The upload "${fileKey}" is not there: upload it again.`,
    { fileKey },
  );
}

export function importNotFound(importId: string): DomainError {
  return new DomainError(REGISTER_IMPORT_ERRORS.notFound, `There is no import ${importId}.`, { importId });
}
