import { Controller } from '@nestjs/common';
import { type AgentView, type DeskRequest, type RequestContext, SetAgentReady } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { Agents } from '../agents/agents.port';
import { DeskHandler } from '../presence/desk-handler';
import { Desks } from '../presence/desks';

@Controller()
export class SetAgentReadyHandler extends DeskHandler {
  constructor(agents: Agents, desks: Desks) {
    super(agents, desks);
  }

  @Handles(SetAgentReady)
  handle({ agentId }: DeskRequest, context: RequestContext): Promise<AgentView> {
    return this.act(agentId, context, { kind: 'ready' });
  }
}
