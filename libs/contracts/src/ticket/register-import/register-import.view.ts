import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { TableImportView } from '../../kernel/table-import';

/** What the billing and outage systems hand in as tables. */
export const REGISTER_KINDS = ['customers', 'bills', 'arrears', 'outages'] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

/** Stable codes of what can stop an import of a register; what can be wrong in it: IMPORT_FAILURES, ROW_ERRORS. */
export const REGISTER_IMPORT_ERRORS = {
  notFound: 'register-import.not-found',
  /** The same bytes were imported for this register; `details` has importId and importedAt. */
  sameFile: 'register-import.already-imported',
  /** Another import of this register runs; `details.importId` names it. */
  running: 'register-import.already-running',
  /** The stored upload is not there (any more). */
  fileMissing: 'register-import.file-missing',
} as const;

export class RegisterImportView extends TableImportView {
  @ApiProperty({ description: 'The register', enum: REGISTER_KINDS })
  @IsIn(REGISTER_KINDS)
  register: RegisterKind;
}
