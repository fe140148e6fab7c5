import { Controller } from '@nestjs/common';
import { type AgentReference, type AgentView, GetAgent } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { agentNotFound } from '../agents/agent-errors';
import { toAgentView } from '../agents/agent-view';
import { Agents } from '../agents/agents.port';
import { Desks } from '../presence/desks';

@Controller()
export class GetAgentHandler {
  constructor(
    private readonly agents: Agents,
    private readonly desks: Desks,
  ) {}

  @Handles(GetAgent)
  async handle({ agentId }: AgentReference): Promise<AgentView> {
    const agent = await this.agents.find(agentId);
    if (!agent) throw agentNotFound();
    return toAgentView(agent, await this.desks.policy());
  }
}
