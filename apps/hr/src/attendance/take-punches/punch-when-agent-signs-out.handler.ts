import { Injectable } from '@nestjs/common';
import { type AgentPresencePayload, AgentSignedOut } from '@switchyard/contracts';
import { type EventMeta, OnEvent } from '@switchyard/platform';
import { PunchAtTheDesk } from './punch-at-the-desk';

@Injectable()
export class PunchWhenAgentSignsOut {
  constructor(private readonly punch: PunchAtTheDesk) {}

  @OnEvent(AgentSignedOut, { durable: 'hr-agents-signed-out' })
  on(payload: AgentPresencePayload, meta: EventMeta): Promise<void> {
    return this.punch.execute('out', payload, meta);
  }
}
