import { Injectable } from '@nestjs/common';
import { AGENT_ERRORS, MaySignOut, type RequestContext, type SignOutVerdict } from '@switchyard/contracts';
import { describeError, DomainError, Logger, OperationClient } from '@switchyard/platform';
import { AgentQueueConfig } from '../agent-queue.config';
import type { Agent } from '../agents/agent';

/** An agent waits no longer for the service desk's word. */
const PATIENCE = { timeoutMs: 2_000 };

/** Asks the service desk whether the agent has handed over what is to be handed over (§7). */
@Injectable()
export class HandoverGate {
  private readonly logger: Logger;

  constructor(
    private readonly operations: OperationClient,
    private readonly config: AgentQueueConfig,
    logger: Logger,
  ) {
    this.logger = logger.named('HandoverGate');
  }

  /**
   * To be asked before the agent is locked: it waits for another service.
   * @throws DomainError `agent.handover-open`; `agent.handover-unknown` when there is no answer and the configuration
   * lets nobody go without one
   */
  async assertMayLeave({ accountName }: Pick<Agent, 'accountName'>, context: RequestContext): Promise<void> {
    const verdict = await this.ask(accountName, context);
    if (!verdict || verdict.allowed) return;
    const blocking = verdict.reasons.filter(({ blocks }) => blocks);
    throw new DomainError(
      AGENT_ERRORS.handoverOpen,
      `${blocking.map(({ text }) => text.en).join(' ')} The shift leader may sign you out with a reason.`,
      { reasons: blocking.map(({ code, count, text }) => ({ code, count, text })) },
    );
  }

  /** The verdict; undefined when there is none and the agent may go all the same. */
  private async ask(accountName: string, context: RequestContext): Promise<SignOutVerdict | undefined> {
    const { actor } = context;
    const own = actor.name.toLowerCase() === accountName;
    const request = { agent: accountName, ...(own && { accountId: actor.id }) };
    try {
      return await this.operations.call(MaySignOut, request, context, PATIENCE);
    } catch (error) {
      this.logger.warn('whether the agent has handed over is not known', { reason: describeError(error) });
      if (this.config.signOutWhenDeskAway === 'allow') return undefined;
      throw new DomainError(
        AGENT_ERRORS.handoverUnknown,
        'The service desk does not answer, so it is not known whether you have handed over; try again soon.',
        undefined,
        { cause: error },
      );
    }
  }
}
