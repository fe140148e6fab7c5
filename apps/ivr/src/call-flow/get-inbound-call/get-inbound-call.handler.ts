import { Controller } from '@nestjs/common';
import {
  CALL_FLOW_ERRORS,
  GetInboundCall,
  type InboundCallDetail,
  type InboundCallReference,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { toInboundCallDetail } from '../inbound-calls/inbound-call-view';
import { InboundCalls } from '../inbound-calls/inbound-calls.port';

@Controller()
export class GetInboundCallHandler {
  constructor(private readonly calls: InboundCalls) {}

  @Handles(GetInboundCall)
  async handle({ callId }: InboundCallReference): Promise<InboundCallDetail> {
    const story = await this.calls.story(callId);
    if (story) return toInboundCallDetail(story);
    throw new DomainError(
      CALL_FLOW_ERRORS.inboundCallNotFound,
      `No call of a customer has the id ${callId}.`,
    );
  }
}
