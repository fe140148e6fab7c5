import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { BilingualText } from './bilingual-text';

/** Life of an import of a table. */
export const IMPORT_STATES = ['running', 'completed', 'failed'] as const;
export type ImportStateName = (typeof IMPORT_STATES)[number];

export const MAX_ROWS_PER_REQUEST = 5000;

class CodedText {
  @ApiProperty({ description: 'Stable code' })
  @IsString()
  code: string;

  @ApiProperty({ description: 'In both languages', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  text: BilingualText;
}

/** Something worth knowing that stopped nothing, e.g. a column that nobody asked for. */
export class ImportWarning extends CodedText {}

/** Why the whole import failed; no row of it was kept. */
export class ImportFailure extends CodedText {
  @ApiPropertyOptional({
    description: 'Figures and names that belong to it',
    type: 'object',
    additionalProperties: true,
  })
  @IsOptional()
  @IsObject()
  details?: Record<string, unknown>;
}

/** An import of a table, whatever it holds. */
export class TableImportView {
  @ApiProperty({ description: 'Identifier', format: 'uuid' })
  @IsUUID()
  id: string;

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

  @ApiPropertyOptional({
    description: 'Format; absent until it is known of a file',
    enum: ['csv', 'xlsx', 'json'],
  })
  @IsOptional()
  @IsIn(['csv', 'xlsx', 'json'])
  format?: 'csv' | 'xlsx' | 'json';

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

export class RowErrorView {
  @ApiProperty({
    description: "Line of the file (the header is line 1), or place in the request's `rows` from 1",
    type: 'integer',
  })
  @IsInt()
  line: number;

  @ApiProperty({ description: "The column's name in JSON, or `row` when it concerns the whole row" })
  @IsString()
  field: string;

  @ApiProperty({ description: 'Stable code' })
  @IsString()
  code: string;

  @ApiProperty({ description: 'Why', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  reason: BilingualText;

  @ApiProperty({ description: 'What stood there, cut to 100 characters', required: false })
  @IsOptional()
  @IsString()
  value?: string;
}

export class RowErrorPage {
  @ApiProperty({ description: 'One page', type: [RowErrorView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RowErrorView)
  items: RowErrorView[];

  @ApiProperty({
    description: 'Hand it back as `cursor` for the next page; absent on the last',
    required: false,
  })
  @IsOptional()
  @IsString()
  nextCursor?: string;
}
