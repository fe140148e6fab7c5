import { Controller } from '@nestjs/common';
import {
  AGENT_ERRORS,
  type AgentView,
  type RequestContext,
  SignInAgent,
  type SignInAgentRequest,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { agentInactive } from '../agents/agent-errors';
import { Agents } from '../agents/agents.port';
import { DeskHandler } from '../presence/desk-handler';
import { Desks } from '../presence/desks';

@Controller()
export class SignInAgentHandler extends DeskHandler {
  constructor(agents: Agents, desks: Desks) {
    super(agents, desks);
  }

  @Handles(SignInAgent)
  handle({ agentId, requirePhone }: SignInAgentRequest, context: RequestContext): Promise<AgentView> {
    return this.act(agentId, context, { kind: 'sign-in' }, ({ active, presence, sipUser }) => {
      if (!active) throw agentInactive();
      if (requirePhone !== true || presence.phoneRegistered) return;
      throw new DomainError(
        AGENT_ERRORS.phoneNotRegistered,
        `No phone is registered as agent-${sipUser}; switch it on, or give it a new secret.`,
        { sipUser },
      );
    });
  }
}
