import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { operation } from '../../kernel/contract';
import { BatchView } from './batch.view';
import { BATCH_ERRORS } from './errors';
import {
  BATCH_KINDS,
  type BatchKindName,
  type LanguageName,
  LANGUAGES,
  SUCCESS_RULES,
  type SuccessRuleName,
} from './words';

/** A new, empty draft (T2.1, T2.13). */
export class CreateBatchRequest {
  @ApiProperty({ description: 'Kind of notice', enum: BATCH_KINDS })
  @IsIn(BATCH_KINDS)
  kind: BatchKindName;

  @ApiProperty({ description: 'Name that staff gave it' })
  @IsString()
  @Length(1, 120)
  @Matches(/^[^\p{Cc}]*$/u, { message: 'name must not hold control characters' })
  name: string;

  @ApiProperty({
    description: 'Spoken where a row names no language. Default zh-CN',
    enum: LANGUAGES,
    required: false,
  })
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: LanguageName;

  @ApiProperty({
    description:
      'Windows, spacing and caps by name. Default `standard`; the service refuses a test policy off the lab',
    required: false,
  })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9-]{0,39}$/)
  policyName?: string;

  @ApiProperty({
    description: 'What counts as told: the essential part heard, or confirmed by key',
    enum: SUCCESS_RULES,
    required: false,
  })
  @IsOptional()
  @IsIn(SUCCESS_RULES)
  successRule?: SuccessRuleName;

  @ApiProperty({ description: 'Number that the customer sees', required: false })
  @IsOptional()
  @Matches(/^\+?\d{3,15}$/)
  callerId?: string;

  @ApiProperty({ description: 'Trunk that calls leave by', required: false })
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9-]{0,39}$/)
  trunk?: string;

  @ApiProperty({
    description: 'Part of the free lines that this batch may use, 1 to 100. Default 100',
    type: 'integer',
    required: false,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  lineSharePercent?: number;

  @ApiProperty({
    description: 'Default: one working day from hand-in (L24, L25)',
    format: 'date-time',
    required: false,
  })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  deadlineAt?: string;

  @ApiProperty({
    description: 'The moment that the amounts speak of. Default: the hand-in',
    format: 'date-time',
    required: false,
  })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  dataAsOf?: string;
}

export const CreateBatch = operation({
  subject: 'ivr.command.create-batch.v1',
  request: CreateBatchRequest,
  reply: BatchView,
  errors: [BATCH_ERRORS.deadlinePassed],
});
