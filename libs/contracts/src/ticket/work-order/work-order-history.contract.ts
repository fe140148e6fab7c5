import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { Instant, OptionalFlag, RequiredText } from '../fields';
import { WORK_ORDER_ERRORS } from './work-order-errors';
import { WorkOrderNumber } from './work-order-number.field';

export class WorkOrderHistoryRequest {
  @WorkOrderNumber('Number of the work order')
  number: string;

  @OptionalFlag('Also prove that the history is whole and as it was written')
  verify?: boolean;
}

export class WorkOrderEventView {
  @ApiProperty({ description: 'Place in the history, from 1', type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  seq: number;

  @RequiredText('What happened', 60)
  type: string;

  @Instant('When')
  at: string;

  @ApiProperty({ description: 'Who: a sign-in account or system:<service>', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  actorId: string;

  @RequiredText('Department that it was with afterwards', 40)
  owner: string;

  @ApiProperty({ description: 'What it tells, by its type', type: 'object', additionalProperties: true })
  @IsObject()
  data: Record<string, unknown>;

  @ApiProperty({ description: 'SHA-256 of the event and, through the hash before it, of all before' })
  @Matches(/^[0-9a-f]{64}$/)
  hash: string;
}

export class HistoryVerdict {
  @ApiProperty({ description: 'Nothing is missing and nothing was changed' })
  @IsBoolean()
  intact: boolean;

  @ApiPropertyOptional({ description: 'First place at which it is not intact', type: 'integer' })
  @IsOptional()
  @IsInt()
  seq?: number;

  @ApiPropertyOptional({ description: 'What is wrong there', enum: ['missing', 'changed', 'unlinked'] })
  @IsOptional()
  @IsIn(['missing', 'changed', 'unlinked'])
  problem?: 'missing' | 'changed' | 'unlinked';
}

export class WorkOrderHistory {
  @ApiProperty({ description: 'All events, the first first', type: [WorkOrderEventView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WorkOrderEventView)
  events: WorkOrderEventView[];

  @ApiPropertyOptional({ description: 'Only where it was asked for', type: HistoryVerdict })
  @IsOptional()
  @ValidateNested()
  @Type(() => HistoryVerdict)
  verdict?: HistoryVerdict;
}

/** Everything that happened to a work order; nothing of it can be changed or removed (§5). */
export const GetWorkOrderHistory = operation({
  subject: 'ticket.query.work-order-history.v1',
  request: WorkOrderHistoryRequest,
  reply: WorkOrderHistory,
  errors: [WORK_ORDER_ERRORS.notFound],
});
