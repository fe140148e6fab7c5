import { ApiProperty } from '@nestjs/swagger';
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
import { BATCH_KINDS, type BatchKindName } from './words';

export class ImportView {
  @ApiProperty({ description: 'Identifier', format: 'uuid' })
  @IsUUID()
  id: string;

  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Kind of notice', enum: BATCH_KINDS })
  @IsIn(BATCH_KINDS)
  kind: BatchKindName;

  @ApiProperty({ description: 'Where it comes from', enum: ['file', 'api'] })
  @IsIn(['file', 'api'])
  source: 'file' | 'api';

  @ApiProperty({ description: 'Name of the file', required: false })
  @IsOptional()
  @IsString()
  fileName?: string;

  @ApiProperty({ description: 'SHA-256 of the bytes' })
  @IsString()
  sha256: string;

  @ApiProperty({ description: 'Format of the file', enum: ['csv', 'xlsx', 'json'], required: false })
  @IsOptional()
  @IsIn(['csv', 'xlsx', 'json'])
  format?: 'csv' | 'xlsx' | 'json';

  @ApiProperty({ description: 'As detected: `utf-8`, `utf-16le`, `utf-16be` or `gb18030`', required: false })
  @IsOptional()
  @IsString()
  encoding?: string;

  @ApiProperty({
    description: 'What separates the fields of a CSV file',
    enum: ['comma', 'semicolon', 'tab'],
    required: false,
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

  @ApiProperty({ description: 'Rows that became contacts', type: 'integer' })
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

  @ApiProperty({ description: 'Why the import failed as a whole', type: ImportFailure, required: false })
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

  @ApiProperty({ description: 'When it ended', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  endedAt?: string;
}
