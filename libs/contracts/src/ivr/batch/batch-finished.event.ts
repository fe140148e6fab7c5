import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsString, IsUUID, ValidateNested } from 'class-validator';
import { event } from '../../kernel/contract';
import { DispositionCounts } from './get-batch.contract';
import { BATCH_KINDS, type BatchKindName } from './words';

export class BatchFinishedPayload {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Kind of notice', enum: BATCH_KINDS })
  @IsIn(BATCH_KINDS)
  kind: BatchKindName;

  @ApiProperty({ description: 'Name that staff gave it' })
  @IsString()
  name: string;

  @ApiProperty({ description: 'State', enum: ['finished', 'stopped'] })
  @IsIn(['finished', 'stopped'])
  state: 'finished' | 'stopped';

  @ApiProperty({ description: 'Number of contacts', type: 'integer' })
  @IsInt()
  contacts: number;

  @ApiProperty({ description: 'They sum to `contacts`', type: DispositionCounts })
  @ValidateNested()
  @Type(() => DispositionCounts)
  dispositions: DispositionCounts;

  @ApiProperty({ description: 'When it ended', format: 'date-time' })
  @IsISO8601()
  endedAt: string;
}

/** Every contact has its disposition: the figures and the hand-off list are final. Once per batch. */
export const BatchFinished = event({ subject: 'ivr.event.batch-finished.v1', payload: BatchFinishedPayload });
