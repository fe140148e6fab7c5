import type { AgentView, RequestContext } from '@switchyard/contracts';
import type { AgentAction } from '@switchyard/domain';
import type { Agent } from '../agents/agent';
import { toAgentView } from '../agents/agent-view';
import type { Agents } from '../agents/agents.port';
import { actorOf, deskOf, type Desks } from './desks';

/** What the handlers of a desk's commands have in common: whose desk it is, and what is answered. */
export abstract class DeskHandler {
  constructor(
    protected readonly agents: Agents,
    protected readonly desks: Desks,
  ) {}

  /** @throws DomainError of `deskOf`, of `Desks.act`, or what `check` throws */
  protected async act(
    agentId: string | undefined,
    context: RequestContext,
    action: AgentAction,
    check?: (agent: Agent) => void | Promise<void>,
  ): Promise<AgentView> {
    const agent = await deskOf(this.agents, agentId, context);
    return this.view(await this.desks.act({ agentId: agent.id, changedBy: actorOf(context) }, action, check));
  }

  protected async view(agent: Agent): Promise<AgentView> {
    return toAgentView(agent, await this.desks.policy());
  }
}
