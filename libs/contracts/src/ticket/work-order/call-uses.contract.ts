import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { WORK_ORDER_KINDS, type WorkOrderKind } from './work-order.view';

export class CallUsesRequest {
  @ApiProperty({ description: 'Calls', type: [String], maxItems: 200 })
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(150, { each: true })
  callIds: string[];
}

export class CallUse {
  @ApiProperty({ description: 'The call' })
  @IsString()
  callId: string;

  @ApiProperty({ description: 'Kind of the work order that it led to', enum: WORK_ORDER_KINDS })
  @IsIn(WORK_ORDER_KINDS)
  kind: WorkOrderKind;

  @ApiPropertyOptional({ description: 'When the work order was closed; absent while it is open' })
  @IsOptional()
  @IsISO8601()
  closedAt?: string;
}

export class CallUses {
  @ApiProperty({ description: 'One for each work order', type: [CallUse] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CallUse)
  uses: CallUse[];
}

/**
 * Which work orders calls led to: those with the reference `call:<call>` or `call:<call>:…`. Nothing leads from a call to
 * an anonymous case (§5). Whoever keeps recordings must not delete what is in use.
 */
export const ListCallUses = operation({
  subject: 'ticket.query.call-uses.v1',
  request: CallUsesRequest,
  reply: CallUses,
});
