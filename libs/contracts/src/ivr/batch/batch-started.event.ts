import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID } from 'class-validator';
import { event } from '../../kernel/contract';
import { BATCH_KINDS, type BatchKindName } from './words';

export class BatchStartedPayload {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Kind of notice', enum: BATCH_KINDS })
  @IsIn(BATCH_KINDS)
  kind: BatchKindName;

  @ApiProperty({ description: 'Name that staff gave it' })
  @IsString()
  name: string;

  @ApiProperty({ description: 'Number of contacts', type: 'integer' })
  @IsInt()
  contacts: number;

  @ApiProperty({ description: 'When it was started', format: 'date-time' })
  @IsISO8601()
  startedAt: string;

  @ApiProperty({
    description: 'Latest end; default one working day from hand-in',
    format: 'date-time',
    required: false,
  })
  @IsOptional()
  @IsISO8601()
  deadlineAt?: string;
}

export const BatchStarted = event({ subject: 'ivr.event.batch-started.v1', payload: BatchStartedPayload });
