import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageRequest } from '../../kernel/paging';
import { RowErrorPage } from '../../kernel/table-import';
import { BATCH_ERRORS } from './errors';

export class ListRowErrorsRequest extends PageRequest {
  @ApiProperty({ description: 'The import', format: 'uuid' })
  @IsUUID()
  importId: string;
}

/** What is wrong with which row, by line (T2.2). */
export const ListRowErrors = operation({
  subject: 'ivr.query.list-row-errors.v1',
  request: ListRowErrorsRequest,
  reply: RowErrorPage,
  errors: [BATCH_ERRORS.importNotFound, BATCH_ERRORS.badCursor],
});
