import { describeWithLab, labNumber, waitFor } from '@switchyard/testing';
import { itBehavesLikeATelephonyNode } from '../telephony-node.contract';
import { openLabNode, type LabNode } from './testing/lab-node';
import { layTestPrompts } from './testing/tone-prompts';
import { waitUntil } from './testing/wait-until';

/** A queue in which everybody waits in vain, whatever the project's own queues do. */
const VAIN_QUEUE = `
[agent-queue]
exten => vain,1,Set(TIMEOUT(absolute)=7200)
 same => n,Answer()
 same => n,Wait(\${QUEUE_MAX_WAIT})
 same => n,Set(TIMEOUT(absolute)=45)
 same => n,Stasis(pbx-1,queue-left,vain,timeout,,\${DIALLED})
 same => n,Hangup()
`;
const OWN_LAB = { name: 'telephony', dialplan: VAIN_QUEUE };

describeWithLab(
  'an Asterisk node',
  (lab) => {
    describe('under the contract of every telephony node', () => {
      itBehavesLikeATelephonyNode(async () => {
        const { node, events } = openLabNode(lab());
        const media = layTestPrompts(lab().prompts);
        const calls: Promise<unknown>[] = [];
        return {
          node,
          events,
          trunk: lab().trunk,
          media,
          vainQueue: 'vain',
          callIn: (caller) => {
            const placed = lab().callIn({ ...caller, hellos: 200 });
            placed.catch(() => undefined);
            calls.push(placed);
          },
          until: waitUntil,
          close: async () => {
            await Promise.all(calls);
            await node.close();
          },
        };
      });
    });

    describe('beyond the contract', () => {
      let one: LabNode;

      beforeEach(async () => {
        one = openLabNode(lab());
        await one.node.connect(15_000);
      });

      afterEach(async () => {
        for (const { callId } of await one.node.liveCalls()) await one.node.hangUp(callId);
        await one.node.close();
      });

      it('lets a caller hear it ring who is not answered yet', async () => {
        const caller = lab().callIn({ from: '+8613900010031', to: '95598', seconds: 1 });
        await waitUntil('incoming call', () => one.events.some(({ type }) => type === 'incoming'), 5_000);
        const [callId = ''] = one.events.flatMap((event) =>
          event.type === 'incoming' ? [event.callId] : [],
        );
        await one.node.ring(callId);
        await one.node.answer(callId);
        await one.untilEvent(callId, 'answered');
        const { rangAt, answeredAt, end } = await caller;
        expect(end).toBe('caller-hung-up');
        expect(rangAt).toBeLessThanOrEqual(answeredAt ?? 0);
      });

      it('leaves no channel in the PBX, not even a canary', async () => {
        await waitFor(
          'no channel left',
          async () =>
            (await lab().asterisk.console('core show channels count')).startsWith('0 active channels'),
          5_000,
        );
      });

      it('refuses a trunk that does not exist', async () => {
        const call = one.order(labNumber('listens'), { trunk: 'no-such-trunk' });
        await expect(one.node.originate(call)).rejects.toMatchObject({ reason: 'refused' });
        expect(one.of(call.callId)).toEqual([]);
      });

      it('tells a trunk that does not react from a subscriber who does not answer', async () => {
        await lab().subscribers.kill();
        try {
          const call = one.order(labNumber('listens'), { ringSeconds: 5 });
          await one.node.originate(call);
          await one.untilEvent(call.callId, 'ended');
          expect(one.of(call.callId)).toMatchObject([{ type: 'ended', cause: 102, answered: false }]);
        } finally {
          await lab().subscribers.start();
        }
      });

      it('dials an extension before anything is played', async () => {
        const { short } = layTestPrompts(lab().prompts);
        const call = one.order(labNumber('listens', 77), { extension: '802' });
        await one.node.originate(call);
        await one.untilEvent(call.callId, 'answered');
        const asked = Date.now();
        await one.node.play(call.callId, 'after-digits', [short]);
        await one.untilEvent(call.callId, 'playback-started');
        expect(Date.now() - asked).toBeGreaterThan(1_000);
        await one.node.hangUp(call.callId);
        await one.untilEvent(call.callId, 'ended');
      });

      it('takes an incoming call, answers, plays, hears a key', async () => {
        const { long } = layTestPrompts(lab().prompts);
        const caller = lab().callIn({
          from: '+8613900010007',
          to: '95598',
          keys: [{ afterMs: 500, key: '5' }],
          seconds: 3,
        });
        await waitUntil('incoming call', () => one.events.some(({ type }) => type === 'incoming'), 5_000);
        const incoming = one.events.find((event) => event.type === 'incoming');
        if (incoming?.type !== 'incoming') throw new Error('no incoming call');
        expect(incoming).toMatchObject({ from: '+8613900010007', to: '95598' });
        await one.node.answer(incoming.callId);
        await one.untilEvent(incoming.callId, 'answered');
        await one.node.play(incoming.callId, 'greeting', [long]);
        await one.untilEvent(incoming.callId, 'key');
        await caller;
        await one.untilEvent(incoming.callId, 'ended');
        expect(one.of(incoming.callId).map(({ type }) => type)).toEqual([
          'incoming',
          'answered',
          'playback-started',
          'key',
          'playback-ended',
          'ended',
        ]);
      });

      it('stands by when another process takes the application, and takes it back only when told to', async () => {
        const call = one.order(labNumber('listens', 78));
        await one.node.originate(call);
        await one.untilEvent(call.callId, 'answered');
        const other = openLabNode(lab());
        try {
          await other.node.connect(15_000);
          await one.untilState('down', 5_000);
          expect(other.node.state()).toBe('up');
          await expect(one.node.originate(one.order(labNumber('listens')))).rejects.toMatchObject({
            reason: 'unreachable',
          });
          expect((await other.node.liveCalls()).map(({ callId }) => callId)).toContain(call.callId);
          await other.node.hangUp(call.callId);
          await other.untilEvent(call.callId, 'ended');
          expect(other.of(call.callId).at(-1)).toMatchObject({ cause: 16, answered: true });
          expect(one.states()).toEqual(['up', 'down']);
          await one.node.connect(15_000);
          await other.untilState('down', 5_000);
        } finally {
          await other.node.close();
        }
      });
    });
  },
  OWN_LAB,
);
