import type { RegisterKind } from '@switchyard/contracts';
import type { NewTableImport, TableImportState } from '@switchyard/platform';

export interface NewRegisterImport extends NewTableImport {
  readonly register: RegisterKind;
}

export interface RegisterImport extends NewRegisterImport, TableImportState {}
