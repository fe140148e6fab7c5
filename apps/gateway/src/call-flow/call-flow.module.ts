import { Module } from '@nestjs/common';
import { CallFlowController } from './call-flow.controller';
import { DialledNumberController } from './dialled-number.controller';
import { FlowSource } from './flow-source';
import { InboundCallController } from './inbound-call.controller';

/** Call flows, where numbers lead, and callers, over REST. */
@Module({
  controllers: [CallFlowController, DialledNumberController, InboundCallController],
  providers: [FlowSource],
})
export class CallFlowModule {}
