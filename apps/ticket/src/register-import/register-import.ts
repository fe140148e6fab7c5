import type { RegisterKind } from '@switchyard/contracts';
import type { Delimiter, ImportCounts, TableFailure, TableWarning, TextEncoding } from '@switchyard/platform';

/** What distinguishes an import when it begins. */
export interface NewRegisterImport {
  readonly id: string;
  readonly register: RegisterKind;
  readonly source: 'file' | 'api';
  readonly fileName: string | null;
  readonly fileKey: string | null;
  readonly sha256: string;
  readonly format: 'csv' | 'xlsx' | 'json';
  readonly encoding: TextEncoding | null;
  readonly createdBy: string;
  readonly startedAt: Date;
}

export interface RegisterImport extends NewRegisterImport, ImportCounts {
  readonly delimiter: Delimiter | null;
  readonly state: 'running' | 'completed' | 'failed';
  /** 0 to 1. */
  readonly progress: number;
  readonly warnings: readonly TableWarning[];
  readonly failure: TableFailure | null;
  readonly endedAt: Date | null;
}
