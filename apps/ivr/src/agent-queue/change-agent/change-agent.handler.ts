import { Controller } from '@nestjs/common';
import { type AgentView, ChangeAgent as Contract, type ChangeAgentRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toAgentView } from '../agents/agent-view';
import { Desks } from '../presence/desks';
import { ChangeAgent } from './change-agent.use-case';

@Controller()
export class ChangeAgentHandler {
  constructor(
    private readonly changeAgent: ChangeAgent,
    private readonly desks: Desks,
  ) {}

  @Handles(Contract)
  async handle(request: ChangeAgentRequest): Promise<AgentView> {
    return toAgentView(await this.changeAgent.execute(request), await this.desks.policy());
  }
}
