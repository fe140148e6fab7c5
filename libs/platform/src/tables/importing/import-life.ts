import type { TextEncoding } from '../reading/byte-scan';
import type { Delimiter } from '../reading/csv-reader';
import type { RowError } from '../rows/checked-row';
import type { TableWarning } from '../rows/unknown-columns';
import type { TableFailure } from './failure-of';
import type { ImportCounts } from './row-intake';

/** What distinguishes an import of a table when it begins. */
export interface NewTableImport {
  readonly id: string;
  readonly source: 'file' | 'api';
  readonly fileName: string | null;
  readonly fileKey: string | null;
  readonly sha256: string;
  readonly format: 'csv' | 'xlsx' | 'json';
  readonly encoding: TextEncoding | null;
  readonly createdBy: string;
  readonly startedAt: Date;
}

/** How far an import is, and what came of it. */
export interface TableImportState extends ImportCounts {
  readonly delimiter: Delimiter | null;
  readonly state: 'running' | 'completed' | 'failed';
  /** 0 to 1. */
  readonly progress: number;
  readonly warnings: readonly TableWarning[];
  readonly failure: TableFailure | null;
  readonly endedAt: Date | null;
}

export interface RowErrorsPage {
  readonly items: readonly RowError[];
  readonly nextCursor?: string;
}

/** The life of imports, whatever their tables hold, and what was wrong with their rows. */
export abstract class ImportLife {
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
