import {
  QueueActionRefused,
  type MemberSnapshot,
  type NewMember,
  type QueueSnapshot,
} from '../../queue-node.port';
import { checkMember, checkQueue, checkSipUser } from '../../queue-order-check';
import type { ManagerAction } from '../manager/manager-action';
import { endpointOf, interfaceOf, queueInPbx } from './names';
import type { QueueOrders } from './queue-orders';
import { readSnapshot } from './snapshot';

/** Who serves which queue. app_queue refuses what is so already: then how it stands decides. */
export class Members {
  constructor(private readonly orders: QueueOrders) {}

  async queues(): Promise<readonly QueueSnapshot[]> {
    return readSnapshot(await this.orders.list({ action: 'QueueStatus' }, 'QueueStatusComplete'));
  }

  async add(member: NewMember): Promise<void> {
    checkMember(member);
    const { queue, sipUser, penalty, paused, reason } = member;
    const added = await this.orders.tried({
      action: 'QueueAdd',
      queue: queueInPbx(queue),
      interface: interfaceOf(sipUser),
      membername: endpointOf(sipUser),
      penalty,
      paused,
      reason: reason ?? '',
    });
    if (added) return;
    const present = await this.find(queue, sipUser);
    if (present === undefined) throw new QueueActionRefused(`${sipUser} cannot be a member of "${queue}"`);
    await this.setPenalty(queue, sipUser, penalty);
    await this.orders.ask(pauseAction(sipUser, paused, reason, queue));
  }

  async remove(queue: string, sipUser: string): Promise<void> {
    checkQueue(queue);
    checkSipUser(sipUser);
    const removed = await this.orders.tried({
      action: 'QueueRemove',
      queue: queueInPbx(queue),
      interface: interfaceOf(sipUser),
    });
    if (!removed && (await this.find(queue, sipUser))) {
      throw new QueueActionRefused(`${sipUser} stays a member of "${queue}"`);
    }
  }

  async pause(sipUser: string, paused: boolean, reason?: string): Promise<void> {
    checkSipUser(sipUser);
    if (await this.orders.tried(pauseAction(sipUser, paused, reason))) return;
    const queues = await this.queues();
    if (queues.some(({ members }) => members.some((one) => one.sipUser === sipUser))) {
      throw new QueueActionRefused(`${sipUser} cannot be ${paused ? 'paused' : 'made ready'}`);
    }
  }

  async setPenalty(queue: string, sipUser: string, penalty: number): Promise<void> {
    checkMember({ queue, sipUser, penalty, paused: false });
    await this.orders.ask({
      action: 'QueuePenalty',
      queue: queueInPbx(queue),
      interface: interfaceOf(sipUser),
      penalty,
    });
  }

  private async find(queue: string, sipUser: string): Promise<MemberSnapshot | undefined> {
    const queues = await this.queues();
    return queues.find((one) => one.queue === queue)?.members.find((one) => one.sipUser === sipUser);
  }
}

function pauseAction(
  sipUser: string,
  paused: boolean,
  reason: string | undefined,
  queue?: string,
): ManagerAction {
  return {
    action: 'QueuePause',
    ...(queue === undefined ? {} : { queue: queueInPbx(queue) }),
    interface: interfaceOf(sipUser),
    paused,
    reason: reason ?? '',
  };
}
