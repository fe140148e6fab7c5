import { Controller } from '@nestjs/common';
import {
  CreateAgent as Contract,
  type CreateAgentRequest,
  type CreatedAgent,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toAgentView } from '../agents/agent-view';
import { toSipAccountView } from '../agents/sip-secret';
import { actorOf, Desks } from '../presence/desks';
import { CreateAgent } from './create-agent.use-case';

@Controller()
export class CreateAgentHandler {
  constructor(
    private readonly createAgent: CreateAgent,
    private readonly desks: Desks,
  ) {}

  @Handles(Contract)
  async handle(request: CreateAgentRequest, context: RequestContext): Promise<CreatedAgent> {
    const { agent, sipSecret } = await this.createAgent.execute(request, actorOf(context));
    return {
      agent: toAgentView(agent, await this.desks.policy()),
      sip: toSipAccountView(agent, sipSecret),
    };
  }
}
