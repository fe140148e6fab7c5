import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Max, Min } from 'class-validator';
import {
  BATCH_KINDS,
  type BatchKindName,
  BATCH_STATES,
  type BatchStateName,
  type LanguageName,
  LANGUAGES,
  SUCCESS_RULES,
  type SuccessRuleName,
} from './words';

/** A batch as its owner tells it. Times are ISO 8601 in UTC. */
export class BatchView {
  @ApiProperty({ description: 'Identifier', format: 'uuid' })
  @IsUUID()
  id: string;

  @ApiProperty({ description: 'Kind of notice', enum: BATCH_KINDS })
  @IsIn(BATCH_KINDS)
  kind: BatchKindName;

  @ApiProperty({ description: 'Name that staff gave it' })
  @IsString()
  name: string;

  @ApiProperty({ description: 'Language of the notice', enum: LANGUAGES })
  @IsIn(LANGUAGES)
  language: LanguageName;

  @ApiProperty({ description: 'State', enum: BATCH_STATES })
  @IsIn(BATCH_STATES)
  state: BatchStateName;

  @ApiProperty({ description: 'Windows, spacing and caps, by name' })
  @IsString()
  policyName: string;

  @ApiProperty({
    description: 'What counts as told: the essential part heard, or confirmed by key',
    enum: SUCCESS_RULES,
  })
  @IsIn(SUCCESS_RULES)
  successRule: SuccessRuleName;

  @ApiProperty({ description: 'Number that the customer sees', required: false })
  @IsOptional()
  @IsString()
  callerId?: string;

  @ApiProperty({ description: 'Trunk that calls leave by', required: false })
  @IsOptional()
  @IsString()
  trunk?: string;

  @ApiProperty({ description: 'Part of the free lines that the batch may use, 1 to 100', type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(100)
  lineSharePercent: number;

  @ApiProperty({ description: 'Where contacts go that no call could reach' })
  @IsString()
  handOffTarget: string;

  @ApiProperty({
    description: 'The moment that the amounts speak of: payments after it count against them (T2.9)',
    format: 'date-time',
    required: false,
  })
  @IsOptional()
  @IsISO8601()
  dataAsOf?: string;

  @ApiProperty({ description: 'When the first import completed', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  handedInAt?: string;

  @ApiProperty({
    description: 'Default: one working day from hand-in (L24, L25)',
    format: 'date-time',
    required: false,
  })
  @IsOptional()
  @IsISO8601()
  deadlineAt?: string;

  @ApiProperty({ description: 'When it was started', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  startedAt?: string;

  @ApiProperty({ description: 'When it ended', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  endedAt?: string;

  @ApiProperty({ description: 'Number of contacts', type: 'integer' })
  @IsInt()
  contacts: number;

  @ApiProperty({ description: 'Who made it' })
  @IsString()
  createdBy: string;

  @ApiProperty({ description: 'When it was made', format: 'date-time' })
  @IsISO8601()
  createdAt: string;

  @ApiProperty({ description: 'When it was changed last', format: 'date-time' })
  @IsISO8601()
  updatedAt: string;

  @ApiProperty({
    description: 'Rises with every change; hand it back as `expectedVersion` to change only what you saw',
    type: 'integer',
  })
  @IsInt()
  version: number;
}
