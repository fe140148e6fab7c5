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

  describe('in a consultation', () => {
    const scheduler = new VirtualScheduler();
    const node = new SimulatedQueueNode({ name: 'sim', queues: ['general'], scheduler });
    const events: QueueEvent[] = [];
    node.onQueueEvent((event) => events.push(event));

    beforeAll(async () => {
      node.connect();
      for (const sipUser of ['1001', '1002']) {
        await node.provisionAgent({ sipUser, secret: 'abcdefgh12345678' });
      }
      await node.addMember({ queue: 'general', sipUser: '1001', penalty: 0, paused: false });
      node.plugIn('1001');
      node.plugIn('1002', { answerAfterMs: 60_000 });
      node.join({ callId: 'c', queue: 'general', priority: 10, maxWaitSeconds: 60 });
      await scheduler.advance(2_000);
    });

    const last = () => events.filter((event) => 'callId' in event).at(-1);

    it('bring the agent back to the caller when nobody answers for 20 seconds', async () => {
      await node.transfer('1001', { kind: 'agent', sipUser: '1002' }, 'attended');
      await scheduler.advance(20_000);
      expect(last()).toMatchObject({ type: 'held' });
      await scheduler.advance(1_000);
      expect(last()).toMatchObject({ type: 'resumed', sipUser: '1001' });
    });

    it('hand the caller on to a number outside', async () => {
      await node.transfer('1001', { kind: 'number', number: '+8613900010001', trunk: 'trunk' }, 'attended');
      await scheduler.advance(2_000);
      await node.completeTransfer('1001');
      const told = events.filter((event) => 'callId' in event).slice(-3);
      expect(told).toMatchObject([
        { type: 'agent-completed', endedBy: 'transfer', holdSeconds: 23 },
        { type: 'transferred', mode: 'attended', target: { kind: 'number' } },
        { type: 'caller-left', reason: 'served', sipUser: '1001' },
      ]);
    });
  });
});
