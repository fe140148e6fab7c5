import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { operation } from '../../kernel/contract';
import { CALL_FLOW_ERRORS } from './errors';
import { InboundCallDetail } from './inbound-call.view';

export class InboundCallReference {
  @ApiProperty({ description: "The call: the PBX's channel id" })
  @Matches(/^[A-Za-z0-9._-]{1,150}$/, { message: 'must be the id of a call' })
  callId: string;
}

/** One call with what was asked for in the menus. */
export const GetInboundCall = operation({
  subject: 'ivr.query.get-inbound-call.v1',
  request: InboundCallReference,
  reply: InboundCallDetail,
  errors: [CALL_FLOW_ERRORS.inboundCallNotFound],
});
