import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { all } from './fields';
import { PageRequest } from './paging';
import { MAX_ROWS_PER_REQUEST } from './table-import';

/** A table that lies in the shared file store. */
export class StoredTableRequest {
  @ApiProperty({ description: 'Key in the file store' })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/)
  fileKey: string;

  @ApiPropertyOptional({ description: 'Name of the file' })
  @IsOptional()
  @IsString()
  @Length(1, 255)
  fileName?: string;

  @ApiPropertyOptional({ description: 'Only a hint: the bytes decide' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  contentType?: string;
}

/** Rows of a table in the request itself, at most `MAX_ROWS_PER_REQUEST`. */
export const TableRows = (description: string): PropertyDecorator =>
  all(
    ApiProperty({ description, type: 'array', items: { type: 'object', additionalProperties: true } }),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MAX_ROWS_PER_REQUEST),
    IsObject({ each: true }),
  );

export class TableImportReference {
  @ApiProperty({ description: 'The import', format: 'uuid' })
  @IsUUID()
  importId: string;
}

export class ListTableRowErrorsRequest extends PageRequest {
  @ApiProperty({ description: 'The import', format: 'uuid' })
  @IsUUID()
  importId: string;
}
