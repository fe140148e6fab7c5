import type { RegisterKind } from '@switchyard/contracts';
import type { Delimiter, ImportCounts, RowError, TableFailure, TableWarning } from '@switchyard/platform';
import type { NewRegisterImport, RegisterImport } from './register-import';

export interface RegisterImportsPage {
  readonly items: readonly RegisterImport[];
  readonly nextCursor?: string;
}

export interface RowErrorsPage {
  readonly items: readonly RowError[];
  readonly nextCursor?: string;
}

/** Imports of registers and what was wrong with their rows. */
export abstract class RegisterImports {
  /**
   * Begins an import that lives while its lease is renewed.
   * @throws DomainError `register-import.already-imported`, `register-import.already-running`
   */
  abstract begin(record: NewRegisterImport, leaseSeconds: number): Promise<RegisterImport>;

  /** @throws DomainError `register-import.not-found` */
  abstract get(id: string): Promise<RegisterImport>;

  /** Newest first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(
    register: RegisterKind | undefined,
    limit: number,
    cursor?: string,
  ): Promise<RegisterImportsPage>;

  abstract saveDelimiter(id: string, delimiter: Delimiter): Promise<void>;

  /** Renews the lease and tells how far it is. False when the import is not running any more. */
  abstract renew(id: string, leaseSeconds: number, progress: number, counts: ImportCounts): Promise<boolean>;

  abstract addRowErrors(id: string, errors: readonly RowError[]): Promise<void>;

  /** By line. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract rowErrors(id: string, limit: number, cursor?: string): Promise<RowErrorsPage>;

  /** running → completed. False when it was not running any more: then nothing of it may be kept. */
  abstract complete(
    id: string,
    counts: ImportCounts,
    warnings: readonly TableWarning[],
    now: Date,
  ): Promise<boolean>;

  /** running → failed. */
  abstract fail(id: string, failure: TableFailure, counts: ImportCounts, now: Date): Promise<void>;

  /** Fails the imports whose process died; answers their ids. */
  abstract failInterrupted(failure: TableFailure, now: Date): Promise<readonly string[]>;
}
