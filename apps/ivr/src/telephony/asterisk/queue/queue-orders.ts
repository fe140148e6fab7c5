import type { ManagerPacket } from 'asterisk-manager';
import { QueueActionRefused, QueueNodeUnreachable } from '../../queue-node.port';
import type { ManagerAction } from '../manager/manager-action';
import { ManagerActionFailed, type ManagerLink } from '../manager/manager-link';

/** What the node needs of AMI. */
export type QueueManager = Pick<ManagerLink, 'ask' | 'list'>;

/** AMI's refusals and silences in the port's words; nothing is sent while the node is down. */
export class QueueOrders {
  constructor(
    private readonly node: string,
    private readonly manager: QueueManager | undefined,
    private readonly isUp: () => boolean,
  ) {}

  /** @throws QueueActionRefused, QueueNodeUnreachable */
  ask(action: ManagerAction): Promise<ManagerPacket> {
    return this.overAmi((manager) => manager.ask(action));
  }

  /** @throws as `ask` */
  list(action: ManagerAction, lastEvent: string): Promise<readonly ManagerPacket[]> {
    return this.overAmi((manager) => manager.list(action, lastEvent));
  }

  /** @returns false when the PBX refused. @throws QueueNodeUnreachable */
  async tried(action: ManagerAction): Promise<boolean> {
    try {
      await this.ask(action);
      return true;
    } catch (error) {
      if (error instanceof QueueActionRefused) return false;
      throw error;
    }
  }

  /** @throws as `ask` */
  async setVariable(channel: string, variable: string, value: string | number | undefined): Promise<void> {
    await this.ask({ action: 'Setvar', channel, variable, value: value ?? '' });
  }

  /** @throws QueueNodeUnreachable while the node is down */
  reach(): void {
    if (this.manager === undefined || !this.isUp()) throw this.unreachable(false);
  }

  unreachable(sent: boolean, cause?: unknown): QueueNodeUnreachable {
    const why = cause instanceof Error ? cause.message : 'queue node is down';
    return new QueueNodeUnreachable(`${this.node}: ${why}`, sent, { cause });
  }

  private async overAmi<T>(work: (manager: QueueManager) => Promise<T>): Promise<T> {
    const { manager } = this;
    if (manager === undefined || !this.isUp()) throw this.unreachable(false);
    try {
      return await work(manager);
    } catch (cause) {
      if (cause instanceof ManagerActionFailed && cause.answered) {
        throw new QueueActionRefused(cause.message, { cause });
      }
      throw this.unreachable(!(cause instanceof ManagerActionFailed), cause);
    }
  }
}
