import { Controller } from '@nestjs/common';
import {
  type AgentView,
  CancelTransfer,
  CompleteTransfer,
  type DeskRequest,
  type RequestContext,
  TransferCall as Contract,
  type TransferCallRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { Agents } from '../agents/agents.port';
import { DeskHandler } from '../presence/desk-handler';
import { deskOf, Desks } from '../presence/desks';
import { TransferCall } from './transfer-call.use-case';

@Controller()
export class TransferCallHandler extends DeskHandler {
  constructor(
    agents: Agents,
    desks: Desks,
    private readonly transferCall: TransferCall,
  ) {
    super(agents, desks);
  }

  @Handles(Contract)
  async transfer({ agentId, ...target }: TransferCallRequest, context: RequestContext): Promise<AgentView> {
    const agent = await deskOf(this.agents, agentId, context);
    await this.transferCall.execute(agent, target);
    return this.view((await this.agents.find(agent.id)) ?? agent);
  }

  @Handles(CancelTransfer)
  async cancel({ agentId }: DeskRequest, context: RequestContext): Promise<AgentView> {
    const agent = await deskOf(this.agents, agentId, context);
    await this.transferCall.cancel(agent);
    return this.view((await this.agents.find(agent.id)) ?? agent);
  }

  @Handles(CompleteTransfer)
  async complete({ agentId }: DeskRequest, context: RequestContext): Promise<AgentView> {
    const agent = await deskOf(this.agents, agentId, context);
    await this.transferCall.complete(agent);
    return this.view((await this.agents.find(agent.id)) ?? agent);
  }
}
