import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { BatchView } from './batch.view';
import { BATCH_ERRORS } from './errors';
import { BATCH_KINDS, type BatchKindName, BATCH_STATES, type BatchStateName } from './words';

export class ListBatchesRequest extends PageRequest {
  @ApiProperty({ description: 'State', enum: BATCH_STATES, required: false })
  @IsOptional()
  @IsIn(BATCH_STATES)
  state?: BatchStateName;

  @ApiProperty({ description: 'Kind of notice', enum: BATCH_KINDS, required: false })
  @IsOptional()
  @IsIn(BATCH_KINDS)
  kind?: BatchKindName;

  @ApiProperty({ description: 'Part of the name, in any case', required: false })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  name?: string;

  @ApiProperty({ description: 'Created at or after this moment', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  createdFrom?: string;

  @ApiProperty({ description: 'Exclusive', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  createdTo?: string;
}

export class BatchPage extends PageOf(BatchView, 'One page') {}

/** Batches, newest first. */
export const ListBatches = operation({
  subject: 'ivr.query.list-batches.v1',
  request: ListBatchesRequest,
  reply: BatchPage,
  errors: [BATCH_ERRORS.badCursor],
});
