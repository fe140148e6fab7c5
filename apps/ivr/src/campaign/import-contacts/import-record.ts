import type { BatchKind } from '@switchyard/domain';
import type { Delimiter, ImportCounts, TableFailure, TableWarning, TextEncoding } from '@switchyard/platform';

export type { ImportCounts };

export type ImportFormat = 'csv' | 'xlsx' | 'json';

export type Warning = TableWarning;
export type Failure = TableFailure;

/** What distinguishes an import when it begins. */
export interface NewImport {
  readonly id: string;
  readonly batchId: string;
  readonly kind: BatchKind;
  readonly source: 'file' | 'api';
  readonly fileName: string | null;
  readonly fileKey: string | null;
  readonly sha256: string;
  readonly format: ImportFormat;
  readonly encoding: TextEncoding | null;
  readonly createdBy: string;
  readonly startedAt: Date;
}

export interface ImportRecord extends NewImport, ImportCounts {
  readonly delimiter: Delimiter | null;
  readonly state: 'running' | 'completed' | 'failed';
  /** 0 to 1. */
  readonly progress: number;
  readonly warnings: readonly Warning[];
  readonly failure: Failure | null;
  readonly endedAt: Date | null;
}
