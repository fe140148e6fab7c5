import type { BatchKind } from '@switchyard/domain';
import type { NewTableImport, TableFailure, TableImportState, TableWarning } from '@switchyard/platform';

export type { ImportCounts } from '@switchyard/platform';

export type Warning = TableWarning;
export type Failure = TableFailure;

export interface NewImport extends NewTableImport {
  readonly batchId: string;
  readonly kind: BatchKind;
}

export interface ImportRecord extends NewImport, TableImportState {}
