import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IMPORT_STATES, ImportFailure, type ImportStateName, ImportWarning } from '../../kernel/table-import';

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

export class RegisterImportView {
  @ApiProperty({ description: 'Identifier', format: 'uuid' })
  @IsUUID()
  id: string;

  @ApiProperty({ description: 'The register', enum: REGISTER_KINDS })
  @IsIn(REGISTER_KINDS)
  register: RegisterKind;

  @ApiProperty({ description: 'Where it comes from', enum: ['file', 'api'] })
  @IsIn(['file', 'api'])
  source: 'file' | 'api';

  @ApiPropertyOptional({ description: 'Name of the file' })
  @IsOptional()
  @IsString()
  fileName?: string;

  @ApiProperty({ description: 'SHA-256 of the bytes' })
  @IsString()
  sha256: string;

  @ApiProperty({ description: 'Format', enum: ['csv', 'xlsx', 'json'] })
  @IsIn(['csv', 'xlsx', 'json'])
  format: 'csv' | 'xlsx' | 'json';

  @ApiPropertyOptional({ description: 'As detected: `utf-8`, `utf-16le`, `utf-16be` or `gb18030`' })
  @IsOptional()
  @IsString()
  encoding?: string;

  @ApiPropertyOptional({
    description: 'What separates the fields of a CSV file',
    enum: ['comma', 'semicolon', 'tab'],
  })
  @IsOptional()
  @IsIn(['comma', 'semicolon', 'tab'])
  delimiter?: 'comma' | 'semicolon' | 'tab';

  @ApiProperty({ description: 'State', enum: IMPORT_STATES })
  @IsIn(IMPORT_STATES)
  state: ImportStateName;

  @ApiProperty({ description: 'Part of the file that was read, 0 to 1' })
  @IsNumber()
  @Min(0)
  @Max(1)
  progress: number;

  @ApiProperty({ description: 'Data rows read so far', type: 'integer' })
  @IsInt()
  rowsTotal: number;

  @ApiProperty({ description: 'Rows that were taken', type: 'integer' })
  @IsInt()
  rowsAccepted: number;

  @ApiProperty({ description: 'Rows, not errors: one row may have several', type: 'integer' })
  @IsInt()
  rowsRefused: number;

  @ApiProperty({ description: 'Worth knowing; they refuse nothing', type: [ImportWarning] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ImportWarning)
  warnings: ImportWarning[];

  @ApiPropertyOptional({ description: 'Why the import failed as a whole', type: ImportFailure })
  @IsOptional()
  @ValidateNested()
  @Type(() => ImportFailure)
  failure?: ImportFailure;

  @ApiProperty({ description: 'Who made it' })
  @IsString()
  createdBy: string;

  @ApiProperty({ description: 'When it was started', format: 'date-time' })
  @IsISO8601()
  startedAt: string;

  @ApiPropertyOptional({ description: 'When it ended', format: 'date-time' })
  @IsOptional()
  @IsISO8601()
  endedAt?: string;
}
