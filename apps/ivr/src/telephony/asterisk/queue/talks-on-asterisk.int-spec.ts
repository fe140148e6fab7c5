import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describeWithLab, waitFor, type AgentPhone, type Lab } from '@switchyard/testing';
import { openQueueLab, SECRET, type QueueLab } from '../testing/queue-lab';

describeWithLab(
  'talks with agents on a real Asterisk, beyond the contract',
  (lab: () => Lab) => {
    let one: QueueLab<AgentPhone>;

    const recordings = (name: string): number[] =>
      readdirSync(lab().recordings.host)
        .filter((file) => file.startsWith(name))
        .sort()
        .map((file) => statSync(path.join(lab().recordings.host, file)).size);
    const agent = async (queue: string, sipUser: string, manner: { talkSeconds?: number } = {}) => {
      await one.provision(sipUser);
      const phone = await one.phone({ sipUser, secret: SECRET, hangUp: 'agent', ...manner });
      await one.node.addMember({ queue, sipUser, penalty: 0, paused: false });
      return phone;
    };

    beforeAll(async () => {
      one = openQueueLab(lab());
      await one.until('queue node up', () => one.node.state() === 'up', 15_000);
    }, 60_000);

    afterEach(() => one.clear(), 60_000);

    afterAll(async () => {
      await one?.close();
    }, 30_000);

    it('records the talk alone, under the name given', async () => {
      await agent('general', '2001', { talkSeconds: 4 });
      const name = 'recorded-talk';
      const callId = await one.caller({ queue: 'general', variables: { QUEUE_RECORDING: name } });
      await one.untilTold(callId, 'caller-left');
      const [bytes = 0] = recordings(name);
      const seconds = (bytes - 44) / 16_000;
      expect(seconds).toBeGreaterThan(2.5);
      expect(seconds).toBeLessThan(6);
      const [head] = readdirSync(lab().recordings.host).filter((file) => file.startsWith(name));
      expect(readFileSync(path.join(lab().recordings.host, head ?? '')).toString('latin1', 0, 4)).toBe(
        'RIFF',
      );
    }, 90_000);

    it('records nothing where no recording is asked for', async () => {
      const before = readdirSync(lab().recordings.host);
      await agent('general', '2002', { talkSeconds: 1 });
      const callId = await one.caller({ queue: 'general' });
      await one.untilTold(callId, 'caller-left');
      expect(readdirSync(lab().recordings.host)).toEqual(before);
    }, 90_000);

    it('plays music to a caller on hold', async () => {
      await one.provision('2026');
      const hold = { afterMs: 500, forMs: 2_000 };
      await one.phone({ sipUser: '2026', secret: SECRET, hangUp: 'caller', hold });
      await one.node.addMember({ queue: 'billing', sipUser: '2026', penalty: 0, paused: false });
      await lab().asterisk.console('logger add channel held verbose(3)');
      const said = () => readFileSync(path.join(path.dirname(lab().asterisk.logFile), 'held'), 'utf8');
      const callId = await one.caller({ queue: 'billing' });
      await one.untilTold(callId, 'held');
      await waitFor('music', () => /Started music on hold, class '[a-z]+'.*\n.*/.test(said()), 5_000);
      await one.untilTold(callId, 'resumed');
      await waitFor('its end', () => said().includes('Stopped music on hold'), 5_000);
      await lab().asterisk.console('logger remove channel held');
      await one.hangUp(callId);
    }, 60_000);

    it('tells a process that comes late who talks with whom', async () => {
      await agent('fault', '2007', { talkSeconds: 8 });
      const callId = await one.caller({ queue: 'fault' });
      await one.untilTold(callId, 'agent-connected');
      const late = openQueueLab(lab());
      try {
        await late.until('snapshot', () => late.events.some(({ type }) => type === 'snapshot'), 15_000);
        const snapshot = late.events.find((event) => event.type === 'snapshot');
        expect(snapshot?.talks).toMatchObject([{ callId, queue: 'fault', sipUser: '2007' }]);
        await late.untilTold(callId, 'agent-completed');
      } finally {
        await late.close();
      }
    }, 90_000);

    it('transfers after a consultation: the caller waits, then talks with the other agent', async () => {
      await agent('fault', '2011', { talkSeconds: 5 });
      const second = await agent('billing', '2012', { talkSeconds: 9 });
      const callId = await one.caller({ queue: 'fault', variables: { QUEUE_RECORDING: 'consulted' } });
      await one.untilTold(callId, 'agent-connected');
      await one.node.transfer('2011', { kind: 'agent', sipUser: '2012' }, 'attended');
      // The first agent's own hang-up gives the caller away, and no process of ours has a hand in it.
      await one.untilTold(callId, 'transferred');
      await one.untilTold(callId, 'caller-left');
      await one.untilTold(callId, 'transfer-completed');
      const types = one.of(callId).map(({ type }) => type);
      expect(types.filter((type) => type !== 'agent-completed').slice(0, 6)).toEqual([
        'caller-joined',
        'agent-called',
        'agent-connected',
        'held',
        'transferred',
        'transfer-answered',
      ]);
      expect(one.of(callId).filter(({ type }) => type === 'agent-completed')).toMatchObject([
        { sipUser: '2011', endedBy: 'transfer' },
      ]);
      const left = one.of(callId).find(({ type }) => type === 'caller-left');
      expect(left).toMatchObject({ reason: 'served', sipUser: '2012' });
      expect(second.log()).toMatchObject([{ end: 'subscriber-hung-up' }]);
      expect(recordings('consulted')).toHaveLength(1);
    }, 120_000);

    it('consults somebody outside, and joins the caller with them', async () => {
      await agent('fault', '2021', { talkSeconds: 30 });
      const callId = await one.caller({ queue: 'fault' });
      await one.untilTold(callId, 'agent-connected');
      const target = { kind: 'number', number: '+8613900010021', trunk: lab().trunk } as const;
      await one.node.transfer('2021', target, 'attended');
      const asked = () =>
        lab()
          .subscribers.callLog()
          .find(({ number }) => number === target.number);
      await waitFor('the consultation', () => asked()?.answeredAt !== undefined, 10_000);
      await one.node.completeTransfer('2021');
      await one.untilTold(callId, 'transferred');
      expect(one.of(callId).find(({ type }) => type === 'transferred')).toMatchObject({
        mode: 'attended',
        from: '2021',
        target: { kind: 'number', number: '+8613900010021' },
      });
      await one.hangUp(callId);
      await waitFor('the end of the call outside', () => asked()?.endedAt !== undefined, 10_000);
      expect(asked()).toMatchObject({ from: '95598', end: 'pbx-hung-up' });
    }, 60_000);

    it('lets a process that comes late end a consultation', async () => {
      await agent('fault', '2022', { talkSeconds: 60 });
      await agent('billing', '2023', { talkSeconds: 60 });
      const callId = await one.caller({ queue: 'fault' });
      await one.untilTold(callId, 'agent-connected');
      await one.node.transfer('2022', { kind: 'agent', sipUser: '2023' }, 'attended');
      const late = openQueueLab(lab());
      try {
        await late.until('snapshot', () => late.events.some(({ type }) => type === 'snapshot'), 15_000);
        const snapshot = late.events.find((event) => event.type === 'snapshot');
        expect(snapshot?.talks).toMatchObject([{ callId, queue: 'fault', sipUser: '2022' }]);
        await late.node.cancelTransfer('2022');
        await late.untilTold(callId, 'resumed');
      } finally {
        await late.close();
      }
      await one.hangUp(callId);
    }, 60_000);

    it('puts a transferred caller first in its queue when the target does not answer', async () => {
      await agent('general', '2013');
      const callId = await one.caller({ queue: 'general' });
      await one.untilTold(callId, 'agent-connected');
      await one.provision('2014');
      await one.node.transfer('2013', { kind: 'agent', sipUser: '2014' }, 'blind');
      await one.until(
        'second time in the queue',
        () => one.of(callId).filter(({ type }) => type === 'caller-joined').length === 2,
        30_000,
      );
      const general = (await one.node.queues()).find(({ queue }) => queue === 'general');
      expect(general?.waiting).toMatchObject([{ callId, priority: 1_000 }]);
      await one.hangUp(callId);
    }, 90_000);
  },
  { name: 'queues-talks' },
);
