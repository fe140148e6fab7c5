import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { BatchReference } from './batch-reference';
import { BatchView } from './batch.view';
import { BATCH_ERRORS } from './errors';

export class ContactStateCounts {
  @ApiProperty({ description: 'Waiting to be dialled', type: 'integer' })
  @IsInt()
  waiting: number;

  @ApiProperty({ description: 'In a call now', type: 'integer' })
  @IsInt()
  calling: number;

  @ApiProperty({ description: 'With a final disposition', type: 'integer' })
  @IsInt()
  done: number;
}

export class DispositionCounts {
  @ApiProperty({ description: 'Told', type: 'integer' })
  @IsInt()
  delivered: number;

  @ApiProperty({ description: 'Handed off', type: 'integer' })
  @IsInt()
  handedOff: number;

  @ApiProperty({ description: 'Cancelled', type: 'integer' })
  @IsInt()
  cancelled: number;
}

/** How many have this word. */
export class NamedCount {
  @ApiProperty({ description: 'The word' })
  @IsString()
  name: string;

  @ApiProperty({ description: 'How many', type: 'integer' })
  @IsInt()
  count: number;
}

/** A batch with its live figures (T2.12). */
export class BatchDetail {
  @ApiProperty({ description: 'The batch', type: BatchView })
  @ValidateNested()
  @Type(() => BatchView)
  batch: BatchView;

  @ApiProperty({ description: 'Contacts by state', type: ContactStateCounts })
  @ValidateNested()
  @Type(() => ContactStateCounts)
  states: ContactStateCounts;

  @ApiProperty({ description: 'Contacts by disposition', type: DispositionCounts })
  @ValidateNested()
  @Type(() => DispositionCounts)
  dispositions: DispositionCounts;

  @ApiProperty({ description: '`handed-off:exhausted`, `cancelled:paid` and so on', type: [NamedCount] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NamedCount)
  dispositionReasons: NamedCount[];

  @ApiProperty({
    description: 'Attempts by outcome; one call may carry attempts of several contacts',
    type: [NamedCount],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NamedCount)
  outcomes: NamedCount[];

  @ApiProperty({
    description:
      'Why those who wait are not dialled now, e.g. `spacing`, `outside-calling-hours`, `no-free-line`, `truth-unknown`, `in-turn`',
    type: [NamedCount],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NamedCount)
  waitReasons: NamedCount[];

  @ApiProperty({ description: 'Attempts, oldest first', type: 'integer' })
  @IsInt()
  attempts: number;

  @ApiProperty({ description: 'Attempts that count against the cap', type: 'integer' })
  @IsInt()
  countedAttempts: number;

  @ApiProperty({
    description: 'Ended, and no call of it lives: its figures and its hand-off list will not change any more',
  })
  @IsBoolean()
  final: boolean;

  @ApiProperty({ description: 'Receipts recorded', type: 'integer', required: false })
  @IsOptional()
  @IsInt()
  handOffReceipts?: number;
}

export const GetBatch = operation({
  subject: 'ivr.query.get-batch.v1',
  request: BatchReference,
  reply: BatchDetail,
  errors: [BATCH_ERRORS.notFound],
});
