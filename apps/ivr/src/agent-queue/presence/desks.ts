import { Inject, Injectable } from '@nestjs/common';
import { AGENT_ERRORS, AgentSignedIn, AgentSignedOut, type RequestContext } from '@switchyard/contracts';
import {
  actOnAgent,
  type AgentAction,
  type AgentPolicy,
  type AgentQueueEvent,
  type AgentState,
  moveAgent,
} from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Outbox, systemContext, UnitOfWork } from '@switchyard/platform';
import type { Agent } from '../agents/agent';
import { agentNotFound, refusedInState } from '../agents/agent-errors';
import { Agents } from '../agents/agents.port';
import { AgentPolicies } from '../policy/agent-policies.port';
import { DeskChanges } from './desk-changes';
import { Presences } from './presences.port';

export interface DeskOrder {
  readonly agentId: string;
  readonly changedBy: string;
}

/** Something that happened at a PBX node; `at` is that node's time in milliseconds. */
export interface DeskEvent {
  readonly sipUser: string;
  readonly node: string | null;
  readonly event: AgentQueueEvent;
  readonly at: number;
  readonly cause: string;
}

/** Moves agents from state to state, one change of an agent at a time, whoever asks and in whichever process. */
@Injectable()
export class Desks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agents: Agents,
    private readonly presences: Presences,
    private readonly policies: AgentPolicies,
    private readonly changes: DeskChanges,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * `check` may refuse, in the transaction that has locked the agent.
   * @throws DomainError `agent.not-found`, `agent.not-allowed-in-state`, or what `check` throws
   */
  act(
    { agentId, changedBy }: DeskOrder,
    action: AgentAction,
    check: (agent: Agent) => void | Promise<void> = () => undefined,
  ): Promise<Agent> {
    return this.unitOfWork.inTransaction(async () => {
      const agent = await this.agents.lock(agentId);
      if (!agent) throw agentNotFound();
      await check(agent);
      const { state, node } = agent.presence;
      const result = actOnAgent(state, action, this.notBefore(state));
      if (!result.ok) throw refusedInState(result.error, state.name);
      return this.write(agent, result.value, { node, cause: action.kind, changedBy });
    });
  }

  /** What the queue did to an agent; an unknown phone is nobody of ours. */
  async handle({ sipUser, node, event, at, cause }: DeskEvent): Promise<void> {
    const agentId = await this.agents.idOfSipUser(sipUser);
    if (agentId === undefined) return;
    await this.unitOfWork.inTransaction(async () => {
      const agent = await this.agents.lock(agentId);
      if (!agent) return;
      const { state } = agent.presence;
      const after = moveAgent(state, event, Math.max(at, state.since), await this.policy());
      await this.write(agent, after, { node, cause, changedBy: 'system:ivr' });
    });
  }

  policy(): Promise<AgentPolicy> {
    return this.policies.inForce(this.clock.now());
  }

  private async write(
    agent: Agent,
    after: AgentState,
    by: { node: string | null; cause: string; changedBy: string },
  ): Promise<Agent> {
    const before = agent.presence.state;
    if (after === before) return agent;
    const node = after.name === 'ringing' || after.name === 'talking' ? by.node : null;
    const { cause, changedBy } = by;
    await this.presences.write({ agentId: agent.id, before, after, node, cause, changedBy });
    await this.tell(agent, before, after);
    this.unitOfWork.afterCommit(() => this.changes.tell());
    return (await this.agents.find(agent.id)) ?? agent;
  }

  /** Attendance is reckoned by who came and went. */
  private async tell(agent: Agent, before: AgentState, after: AgentState): Promise<void> {
    const [was, is] = [before, after].map(({ name }) => name === 'signed-out');
    if (was === is) return;
    const { id: agentId, workNo, accountName } = agent;
    const at = new Date(after.since).toISOString();
    const presence = { agentId, workNo, accountName, at };
    await this.outbox.append(is ? AgentSignedOut : AgentSignedIn, presence, systemContext('ivr'));
  }

  /** Spans of one agent do not overlap, even where the PBX's clock is ahead of ours. */
  private notBefore({ since }: AgentState): number {
    return Math.max(this.clock.now().getTime(), since);
  }
}

/** Who acted, for the history. */
export const actorOf = ({ actor }: RequestContext): string => actor.name || actor.id;

/** @throws DomainError `agent.account-is-no-agent`, `agent.not-found`, `access.forbidden` */
export async function deskOf(
  agents: Agents,
  agentId: string | undefined,
  { actor }: RequestContext,
): Promise<Agent> {
  const own = await agents.findByAccount(actor.name.toLowerCase());
  if (agentId === undefined) {
    if (own) return own;
    throw new DomainError(
      AGENT_ERRORS.accountIsNoAgent,
      'This sign-in account is no agent; a shift leader or an admin makes it one at POST /agents.',
    );
  }
  if (own?.id === agentId) return own;
  if (!actor.permissions.includes('shift:lead') && !actor.id.startsWith('system:')) {
    throw new DomainError(
      AGENT_ERRORS.notYours,
      'Acting for another agent needs the permission shift:lead.',
      {
        permission: 'shift:lead',
      },
    );
  }
  const agent = await agents.find(agentId);
  if (!agent) throw agentNotFound();
  return agent;
}
