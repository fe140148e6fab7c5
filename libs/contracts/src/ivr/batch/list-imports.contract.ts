import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { BatchReference } from './batch-reference';
import { BATCH_ERRORS } from './errors';
import { ImportView } from './import.view';

export class ImportList {
  @ApiProperty({ description: 'One page', type: [ImportView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ImportView)
  items: ImportView[];
}

/** The latest 200 imports of a batch, newest first. */
export const ListImports = operation({
  subject: 'ivr.query.list-imports.v1',
  request: BatchReference,
  reply: ImportList,
  errors: [BATCH_ERRORS.notFound],
});
