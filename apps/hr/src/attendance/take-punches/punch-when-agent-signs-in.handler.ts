import { Injectable } from '@nestjs/common';
import { type AgentPresencePayload, AgentSignedIn } from '@switchyard/contracts';
import { type EventMeta, OnEvent } from '@switchyard/platform';
import { PunchAtTheDesk } from './punch-at-the-desk';

@Injectable()
export class PunchWhenAgentSignsIn {
  constructor(private readonly punch: PunchAtTheDesk) {}

  @OnEvent(AgentSignedIn, { durable: 'hr-agents-signed-in' })
  on(payload: AgentPresencePayload, meta: EventMeta): Promise<void> {
    return this.punch.execute('in', payload, meta);
  }
}
