import { Controller, Inject } from '@nestjs/common';
import { type AgentReference, ResetSipSecret, type SipAccountView } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles, UnitOfWork } from '@switchyard/platform';
import { agentInactive, agentNotFound } from '../agents/agent-errors';
import { Agents } from '../agents/agents.port';
import { newSipSecret, toSipAccountView } from '../agents/sip-secret';
import { DeskChanges } from '../presence/desk-changes';

@Controller()
export class ResetSipSecretHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agents: Agents,
    private readonly changes: DeskChanges,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ResetSipSecret)
  handle({ agentId }: AgentReference): Promise<SipAccountView> {
    return this.unitOfWork.inTransaction(async () => {
      const agent = await this.agents.lock(agentId);
      if (!agent) throw agentNotFound();
      if (!agent.active) throw agentInactive();
      const sipSecret = newSipSecret();
      await this.agents.change(agentId, { sipSecret }, this.clock.now());
      this.unitOfWork.afterCommit(() => this.changes.tell());
      return toSipAccountView(agent, sipSecret);
    });
  }
}
