import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, Length } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { CALL_FLOW_ERRORS } from './errors';
import { InboundCallView } from './inbound-call.view';
import { VALUE_TIERS, type ValueTier } from '../../ticket/account/account.view';
import { INBOUND_PHASES, type InboundPhaseName } from './words';

export class ListInboundCallsRequest extends PageRequest {
  @ApiProperty({ description: 'Came in at this time or later', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601({ strict: true })
  since?: string;

  @ApiProperty({ description: 'Came in before this time', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601({ strict: true })
  until?: string;

  @ApiProperty({ description: "Caller's number, E.164; needs the permission phone:read", required: false })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  phone?: string;

  @ApiProperty({ description: 'Account of the caller', required: false })
  @IsOptional()
  @IsString()
  @Length(1, 32)
  accountNo?: string;

  @ApiProperty({ description: 'Value tier of the customer', enum: VALUE_TIERS, required: false })
  @IsOptional()
  @IsIn(VALUE_TIERS)
  valueTier?: ValueTier;

  @ApiProperty({ description: 'Where the caller is', enum: INBOUND_PHASES, required: false })
  @IsOptional()
  @IsIn(INBOUND_PHASES)
  phase?: InboundPhaseName;
}

export class InboundCallPage extends PageOf(InboundCallView, 'One page') {}

/** Calls of customers, the newest first. */
export const ListInboundCalls = operation({
  subject: 'ivr.query.list-inbound-calls.v1',
  request: ListInboundCallsRequest,
  reply: InboundCallPage,
  errors: [CALL_FLOW_ERRORS.numberNotPermitted],
});
