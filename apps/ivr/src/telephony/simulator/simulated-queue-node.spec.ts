import { QUEUE_NAMES } from '@switchyard/domain';
import type { QueueEvent } from '../queue-node.port';
import { itBehavesLikeAQueueNode } from '../queue-node.contract';
import { SimulatedQueueNode } from './simulated-queue-node';
import { VirtualScheduler } from './virtual-scheduler';

describe('simulated queues', () => {
  describe('under the contract of every queue node', () => {
    itBehavesLikeAQueueNode(async () => {
      const scheduler = new VirtualScheduler(1_700_000_000_000);
      const node = new SimulatedQueueNode({ name: 'sim', queues: QUEUE_NAMES, scheduler });
      const events: QueueEvent[] = [];
      node.onQueueEvent((event) => events.push(event));
      node.connect();
      let serial = 0;
      return {
        node,
        events,
        plugIn: async ({ sipUser, answerAfterMs, talkSeconds, hold, declines }) => {
          await node.provisionAgent({ sipUser, secret: 'abcdefgh12345678' });
          node.plugIn(sipUser, {
            answerAfterMs,
            hold,
            declines,
            talkMs: talkSeconds === undefined ? undefined : talkSeconds * 1_000,
          });
        },
        unplug: async (sipUser) => node.unplug(sipUser),
        caller: async ({ queue, priority = 0, maxWaitSeconds = 900, pressesOne = false }) => {
          const callId = `caller-${(serial += 1)}`;
          node.join({ callId, queue, priority, maxWaitSeconds });
          if (pressesOne) scheduler.after(2_000, () => node.pressOne(callId));
          return callId;
        },
        hangUp: async (callId) => node.callerHangsUp(callId),
        until: async (what, holds, timeoutMs) => {
          for (let waited = 0; !holds(); waited += 100) {
            if (waited >= timeoutMs) throw new Error(`no ${what} within ${timeoutMs} ms`);
            await scheduler.advance(100);
          }
        },
        close: async () => node.loseLink(),
      };
    });
  });

  it('tell nothing while the link is lost, and how it stands when it is back', async () => {
    const scheduler = new VirtualScheduler();
    const node = new SimulatedQueueNode({ name: 'sim', queues: ['general'], scheduler });
    const events: QueueEvent[] = [];
    node.onQueueEvent((event) => events.push(event));
    node.connect();
    await node.provisionAgent({ sipUser: '1001', secret: 'abcdefgh12345678' });
    await node.addMember({ queue: 'general', sipUser: '1001', penalty: 0, paused: true });
    node.plugIn('1001');
    node.loseLink();
    node.join({ callId: 'c', queue: 'general', priority: 10, maxWaitSeconds: 60 });
    await expect(node.queues()).rejects.toMatchObject({ sent: false });
    node.connect();
    expect(events.slice(-3)).toMatchObject([
      { type: 'queue-node-state', state: 'down' },
      { type: 'queue-node-state', state: 'up' },
      { type: 'snapshot', queues: [{ waiting: [{ callId: 'c', priority: 10 }] }] },
    ]);
  });
});
