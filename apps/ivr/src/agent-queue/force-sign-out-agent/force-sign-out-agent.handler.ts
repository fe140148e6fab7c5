import { Controller } from '@nestjs/common';
import {
  type AgentView,
  ForceSignOutAgent,
  type ForceSignOutAgentRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { Agents } from '../agents/agents.port';
import { DeskHandler } from '../presence/desk-handler';
import { Desks } from '../presence/desks';

@Controller()
export class ForceSignOutAgentHandler extends DeskHandler {
  constructor(agents: Agents, desks: Desks) {
    super(agents, desks);
  }

  @Handles(ForceSignOutAgent)
  handle({ agentId, reason }: ForceSignOutAgentRequest, context: RequestContext): Promise<AgentView> {
    return this.act(agentId, context, { kind: 'force-sign-out', reason });
  }
}
