import type { Logger } from '@switchyard/platform';
import type { QueueNode, QueueSnapshot } from '../../telephony/queue-node.port';
import type { Agent } from '../agents/agent';
import type { SipSecret } from '../agents/agents.port';
import { type KnownMember, MemberBook } from './member-book';
import { type MemberOrder, planMembers } from './plan-members';

/**
 * Makes one PBX node see the agents as they are: SIP accounts, members, penalties, pauses. Orders only what differs
 * from what the node told; what failed differs still, and is ordered again in the next round.
 */
export class AgentMirror {
  private readonly book = new MemberBook();
  /** Secrets that the node took since it was reached; undefined until its other accounts are known. */
  private provisioned: Map<string, string> | undefined;

  constructor(
    private readonly node: QueueNode,
    private readonly logger: Logger,
  ) {}

  /** The node was lost, or another process took it: nothing is known of it any more. */
  forget(): void {
    this.book.forget();
    this.provisioned = undefined;
  }

  know(queues: readonly QueueSnapshot[]): void {
    this.book.replace(queues);
  }

  noteMember(member: KnownMember): void {
    this.book.put(member);
  }

  noteRemoved(queue: string, sipUser: string): void {
    this.book.remove(queue, sipUser);
  }

  /** One round. A refused order does not stop the others. @throws QueueNodeUnreachable */
  async mirror(agents: readonly Agent[], secrets: readonly SipSecret[]): Promise<void> {
    if (this.node.state() !== 'up') return;
    if (!this.book.known) this.know(await this.node.queues());
    for (const order of planMembers(this.node.name, agents, this.book.all())) {
      await this.tryOrder(`${order.kind} ${order.sipUser}`, () => this.order(order));
    }
    // Accounts come last: they are many after a reconnection, and an agent who went away must not ring meanwhile.
    await this.provision(secrets);
  }

  private async provision(secrets: readonly SipSecret[]): Promise<void> {
    const provisioned = await this.accounts();
    const wanted = new Set(secrets.map(({ sipUser }) => sipUser));
    for (const account of secrets) {
      if (provisioned.get(account.sipUser) === account.secret) continue;
      await this.tryOrder(`account ${account.sipUser}`, async () => {
        await this.node.provisionAgent(account);
        provisioned.set(account.sipUser, account.secret);
      });
    }
    for (const sipUser of [...provisioned.keys()].filter((known) => !wanted.has(known))) {
      await this.tryOrder(`account ${sipUser}`, async () => {
        await this.node.removeAgent(sipUser);
        provisioned.delete(sipUser);
      });
    }
  }

  /** Accounts that the node has from before count as with a secret that nobody knows: they get today's. */
  private async accounts(): Promise<Map<string, string>> {
    this.provisioned ??= new Map((await this.node.agentPhones()).map(({ sipUser }) => [sipUser, '']));
    return this.provisioned;
  }

  private async order(order: MemberOrder): Promise<void> {
    switch (order.kind) {
      case 'add':
        await this.node.addMember(order);
        return this.book.put({ ...order, pauseReason: order.reason });
      case 'remove':
        await this.node.removeMember(order.queue, order.sipUser);
        return this.book.remove(order.queue, order.sipUser);
      case 'penalty':
        await this.node.setPenalty(order.queue, order.sipUser, order.penalty);
        return this.change(order.sipUser, ({ queue }) => queue === order.queue, { penalty: order.penalty });
      case 'pause':
        await this.node.pause(order.sipUser, order.paused, order.reason);
        return this.change(order.sipUser, () => true, {
          paused: order.paused,
          pauseReason: order.paused ? order.reason : '',
        });
    }
  }

  private change(
    sipUser: string,
    which: (member: KnownMember) => boolean,
    change: Partial<KnownMember>,
  ): void {
    for (const member of this.book.all()) {
      if (member.sipUser === sipUser && which(member)) this.book.put({ ...member, ...change });
    }
  }

  private async tryOrder(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (this.node.state() !== 'up') throw error;
      this.logger.warn('an order to the queues failed; it will be repeated', {
        node: this.node.name,
        order: what,
        err: error,
      });
    }
  }
}
