import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageRequest } from '../../kernel/paging';
import { BATCH_ERRORS } from './errors';
import { BilingualText } from './import.view';

export class ListRowErrorsRequest extends PageRequest {
  @ApiProperty({ description: 'The import', format: 'uuid' })
  @IsUUID()
  importId: string;
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

/** What is wrong with which row, by line (T2.2). */
export const ListRowErrors = operation({
  subject: 'ivr.query.list-row-errors.v1',
  request: ListRowErrorsRequest,
  reply: RowErrorPage,
  errors: [BATCH_ERRORS.importNotFound, BATCH_ERRORS.badCursor],
});
