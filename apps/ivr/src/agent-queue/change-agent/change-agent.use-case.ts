import { Inject, Injectable } from '@nestjs/common';
import { AGENT_ERRORS, type ChangeAgentRequest } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import type { Agent } from '../agents/agent';
import { agentNotFound, nameTaken } from '../agents/agent-errors';
import { AgentNameTaken, Agents } from '../agents/agents.port';
import { DeskChanges } from '../presence/desk-changes';

/** Changes what is given. An agent leaves the house signed out, so that no call of it is cut off. */
@Injectable()
export class ChangeAgent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agents: Agents,
    private readonly changes: DeskChanges,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `agent.not-found`, `agent.version-conflict`, `agent.not-allowed-in-state`, `agent.already-has-…` */
  async execute(command: ChangeAgentRequest): Promise<Agent> {
    try {
      return await this.unitOfWork.inTransaction(() => this.change(command));
    } catch (error) {
      throw error instanceof AgentNameTaken ? nameTaken(error.which) : error;
    }
  }

  private async change({ agentId, expectedVersion, ...change }: ChangeAgentRequest): Promise<Agent> {
    const agent = await this.agents.lock(agentId);
    if (!agent) throw agentNotFound();
    assertVersion(agent, expectedVersion);
    if (change.active === false) assertSignedOut(agent);
    await this.agents.change(
      agentId,
      { ...change, accountName: change.accountName?.toLowerCase() },
      this.clock.now(),
    );
    this.unitOfWork.afterCommit(() => this.changes.tell());
    return (await this.agents.find(agentId)) ?? agent;
  }
}

function assertVersion({ version }: Agent, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new DomainError(
    AGENT_ERRORS.versionConflict,
    'Somebody changed the agent since; read it again and repeat.',
    { version },
  );
}

function assertSignedOut({ presence: { state } }: Agent): void {
  if (state.name === 'signed-out') return;
  throw new DomainError(AGENT_ERRORS.wrongState, 'The agent is signed in; sign it out first.', {
    state: state.name,
  });
}
