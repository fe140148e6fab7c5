import { Inject, Injectable } from '@nestjs/common';
import { AGENT_ERRORS, COMMON_ERRORS, type TransferCallRequest } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { DialerConfig } from '../../dialer/dialer.config';
import {
  NoSuchCall,
  QueueActionRefused,
  type QueueNode,
  QueueNodeUnreachable,
  type TransferTarget,
} from '../../telephony/queue-node.port';
import { QUEUE_NODES } from '../../telephony/telephony.tokens';
import type { Agent } from '../agents/agent';
import { agentInactive, agentNotFound } from '../agents/agent-errors';
import { Agents } from '../agents/agents.port';

type Target = Pick<TransferCallRequest, 'toAgentId' | 'toQueue' | 'toNumber' | 'mode'>;

/** Hands the caller of an agent on; the PBX that has the call does it, and tells of it by its events. */
@Injectable()
export class TransferCall {
  constructor(
    private readonly agents: Agents,
    private readonly config: DialerConfig,
    @Inject(QUEUE_NODES) private readonly nodes: readonly QueueNode[],
  ) {}

  /** @throws DomainError `agent.no-call`, `transfer.refused`, `agent.not-found`, `agent.inactive`, `service.unavailable` */
  async execute(agent: Agent, { mode = 'blind', ...target }: Target): Promise<void> {
    const node = this.nodeOf(agent);
    const to = await this.targetOf(agent, target);
    await translated(() => node.transfer(agent.sipUser, to, mode));
  }

  /** Back to the caller from a consultation. @throws DomainError as `execute` */
  async cancel(agent: Agent): Promise<void> {
    const node = this.nodeOf(agent);
    await translated(() => node.cancelTransfer(agent.sipUser));
  }

  /** From a consultation: the caller goes on with whom was consulted. @throws DomainError as `execute` */
  async complete(agent: Agent): Promise<void> {
    const node = this.nodeOf(agent);
    await translated(() => node.completeTransfer(agent.sipUser));
  }

  private nodeOf({ presence }: Agent): QueueNode {
    if (presence.state.name !== 'talking') throw noCall();
    const node = this.nodes.find(({ name }) => name === presence.node);
    if (!node) throw noCall();
    return node;
  }

  private async targetOf(agent: Agent, { toAgentId, toQueue, toNumber }: Target): Promise<TransferTarget> {
    const given = [toAgentId, toQueue, toNumber].filter((target) => target !== undefined);
    if (given.length !== 1) {
      throw new DomainError(COMMON_ERRORS.invalid, 'Give exactly one of toAgentId, toQueue and toNumber.', {
        fields: [{ field: 'toNumber', problems: ['give one target, not none or several'] }],
      });
    }
    if (toQueue !== undefined) return { kind: 'queue', queue: toQueue };
    if (toNumber !== undefined) return { kind: 'number', number: toNumber, trunk: this.config.trunk };
    const target = toAgentId === undefined ? undefined : await this.agents.find(toAgentId);
    if (!target) throw agentNotFound();
    if (!target.active) throw agentInactive();
    if (target.id === agent.id) throw refused('An agent cannot hand a call on to itself; choose another.');
    return { kind: 'agent', sipUser: target.sipUser };
  }
}

async function translated(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof NoSuchCall) throw noCall();
    if (error instanceof QueueActionRefused) throw refused(error.message);
    if (error instanceof QueueNodeUnreachable) {
      throw new DomainError(
        COMMON_ERRORS.unavailable,
        'The PBX does not answer; look whether the call is still there.',
        {
          sent: error.sent,
        },
      );
    }
    throw error;
  }
}

const noCall = (): DomainError => new DomainError(AGENT_ERRORS.noCall, 'The agent talks with no caller.');

const refused = (why: string): DomainError => new DomainError(AGENT_ERRORS.transferRefused, why);
