import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import { BilingualText } from './bilingual-text';

/** Life of an import of a table. */
export const IMPORT_STATES = ['running', 'completed', 'failed'] as const;
export type ImportStateName = (typeof IMPORT_STATES)[number];

export const MAX_ROWS_PER_REQUEST = 5000;

/** Something worth knowing that stopped nothing, e.g. a column that nobody asked for. */
export class ImportWarning {
  @ApiProperty({ description: 'Stable code' })
  @IsString()
  code: string;

  @ApiProperty({ description: 'In both languages', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  text: BilingualText;
}

/** Why the whole import failed; no row of it was kept. */
export class ImportFailure {
  @ApiProperty({ description: 'Stable code' })
  @IsString()
  code: string;

  @ApiProperty({ description: 'In both languages', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  text: BilingualText;

  @ApiPropertyOptional({
    description: 'Figures and names that belong to it',
    type: 'object',
    additionalProperties: true,
  })
  @IsOptional()
  @IsObject()
  details?: Record<string, unknown>;
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
