import type { Delimiter, RowError } from '@switchyard/platform';
import type { Failure, ImportCounts, ImportRecord, NewImport, Warning } from './import-record';

/** Imports and what was wrong with their rows. */
export abstract class Imports {
  /**
   * Begins an import that lives while its lease is renewed.
   * @throws DomainError `import.already-imported`, `import.already-running`
   */
  abstract begin(record: NewImport, leaseSeconds: number): Promise<ImportRecord>;

  /** @throws DomainError `import.not-found` */
  abstract get(id: string): Promise<ImportRecord>;

  /** Newest first. */
  abstract listOf(batchId: string, limit: number): Promise<readonly ImportRecord[]>;

  /** The import of this batch that runs now. */
  abstract running(batchId: string): Promise<string | undefined>;

  abstract saveDelimiter(id: string, delimiter: Delimiter): Promise<void>;

  /** Renews the lease and tells how far it is. False when the import is not running any more. */
  abstract renew(id: string, leaseSeconds: number, progress: number, counts: ImportCounts): Promise<boolean>;

  abstract addRowErrors(id: string, errors: readonly RowError[]): Promise<void>;

  /** Errors behind a sort key, in the order of lines, one more than `limit` when there are more. */
  abstract rowErrors(
    id: string,
    limit: number,
    after?: { readonly line: number; readonly field: string; readonly code: string },
  ): Promise<readonly RowError[]>;

  /** running → completed. False when it was not running any more: then nothing of it may be kept. */
  abstract complete(
    id: string,
    counts: ImportCounts,
    warnings: readonly Warning[],
    contacts: ContactRange | undefined,
    now: Date,
  ): Promise<boolean>;

  /** running → failed. */
  abstract fail(id: string, failure: Failure, counts: ImportCounts, now: Date): Promise<void>;

  /** Fails the imports whose process died; answers their ids. */
  abstract failInterrupted(failure: Failure, now: Date): Promise<readonly string[]>;
}

/** First and last contact of an import. */
export interface ContactRange {
  readonly first: string;
  readonly last: string;
}
