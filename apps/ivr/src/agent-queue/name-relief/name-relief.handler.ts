import { Controller, Inject } from '@nestjs/common';
import {
  AGENT_ERRORS,
  type AgentView,
  NameRelief,
  type NameReliefRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { agentInactive, agentNotFound, refusedInState } from '../agents/agent-errors';
import { toAgentView } from '../agents/agent-view';
import { Agents } from '../agents/agents.port';
import { actorOf, Desks } from '../presence/desks';
import { Presences } from '../presence/presences.port';

@Controller()
export class NameReliefHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agents: Agents,
    private readonly presences: Presences,
    private readonly desks: Desks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(NameRelief)
  async handle(request: NameReliefRequest, context: RequestContext): Promise<AgentView> {
    const { agentId, reliefAgentId } = request;
    await this.assertMayTakeOver(agentId, reliefAgentId);
    const agent = await this.unitOfWork.inTransaction(async () => {
      const outgoing = await this.agents.lock(agentId);
      if (!outgoing) throw agentNotFound();
      const { name } = outgoing.presence.state;
      if (name === 'signed-out') throw refusedInState('not-signed-in', name);
      await this.presences.nameRelief(agentId, {
        agentId: reliefAgentId ?? null,
        reason: request.notNeeded ?? null,
        namedBy: actorOf(context),
        namedAt: this.clock.now(),
      });
      return this.agents.find(agentId);
    });
    if (!agent) throw agentNotFound();
    return toAgentView(agent, await this.desks.policy());
  }

  private async assertMayTakeOver(agentId: string, reliefAgentId: string | undefined): Promise<void> {
    if (reliefAgentId === undefined) return;
    if (reliefAgentId === agentId) {
      throw new DomainError(AGENT_ERRORS.reliefIsSelf, 'Nobody takes over from itself; name another agent.');
    }
    const relief = await this.agents.find(reliefAgentId);
    if (!relief) throw agentNotFound();
    if (!relief.active) throw agentInactive();
  }
}
