import { randomInt, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CreateAgentRequest } from '@switchyard/contracts';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import type { Agent } from '../agents/agent';
import { agentNotFound, nameTaken } from '../agents/agent-errors';
import { AgentNameTaken, Agents } from '../agents/agents.port';
import { newSipSecret } from '../agents/sip-secret';
import { DeskChanges } from '../presence/desk-changes';

/** How many extensions are tried when others are being given out at the same moment. */
const TRIES = 5;

export interface MadeAgent {
  readonly agent: Agent;
  readonly sipSecret: string;
}

/** Makes an agent; its SIP account reaches every PBX node at once, or when the node comes back. */
@Injectable()
export class CreateAgent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agents: Agents,
    private readonly changes: DeskChanges,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `agent.already-has-work-no`, `agent.already-has-account`, `agent.no-extension-left` */
  async execute(command: CreateAgentRequest, createdBy: string): Promise<MadeAgent> {
    for (let attempt = 1; ; attempt += 1) {
      const [sipUser] = await this.nextSipUsers(attempt);
      if (sipUser === undefined) throw nameTaken('sip-user');
      try {
        return await this.make(command, sipUser, createdBy);
      } catch (error) {
        if (!(error instanceof AgentNameTaken)) throw error;
        if (error.which !== 'sip-user' || attempt === TRIES) throw nameTaken(error.which);
      }
    }
  }

  /** The lowest; after a collision any of some, so that two that collided do not do so again. */
  private async nextSipUsers(attempt: number): Promise<readonly string[]> {
    const free = await this.agents.freeSipUsers(attempt === 1 ? 1 : 20);
    return attempt === 1 ? free : free.slice(randomInt(Math.max(1, free.length)));
  }

  private async make(command: CreateAgentRequest, sipUser: string, createdBy: string): Promise<MadeAgent> {
    const { workNo, name, skills } = command;
    const [id, sipSecret] = [randomUUID(), newSipSecret()];
    const agent = await this.unitOfWork.inTransaction(async () => {
      await this.agents.add({
        id,
        workNo,
        name,
        skills,
        sipUser,
        sipSecret,
        createdBy,
        accountName: command.accountName.toLowerCase(),
        createdAt: this.clock.now(),
      });
      this.unitOfWork.afterCommit(() => this.changes.tell());
      return this.agents.find(id);
    });
    if (!agent) throw agentNotFound();
    return { agent, sipSecret };
  }
}
