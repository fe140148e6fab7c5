import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, MaxLength, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { WorkOrderUse } from './work-order-use';

export class CallUsesRequest {
  @ApiProperty({ description: 'Calls', type: [String], maxItems: 200 })
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(150, { each: true })
  callIds: string[];
}

/** A work order that the call led to. */
export class CallUse extends WorkOrderUse {
  @ApiProperty({ description: 'The call' })
  @IsString()
  callId: string;
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
