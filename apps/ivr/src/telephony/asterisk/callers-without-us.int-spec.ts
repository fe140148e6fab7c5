import { describeWithLab, waitFor } from '@switchyard/testing';
import { openLabNode, type LabNode } from './testing/lab-node';
import { layTestPrompts } from './testing/tone-prompts';
import { waitUntil } from './testing/wait-until';

/** A caller who hears something is in an application of the dialplan, in one of the queue's contexts. */
const QUEUED = /!agent-queue/;

describeWithLab(
  'callers, when the process that serves them is gone',
  (lab) => {
    let one: LabNode;

    beforeEach(async () => {
      one = openLabNode(lab());
      await one.node.connect(15_000);
    });

    afterEach(async () => {
      await one.node.close();
      await lab().asterisk.console('channel request hangup all');
    });

    const channels = () => lab().asterisk.console('core show channels concise');

    /** A caller whom this process serves, for `seconds` more. */
    async function hold(seconds: number): Promise<string> {
      await waitUntil('incoming call', () => one.events.some(({ type }) => type === 'incoming'), 5_000);
      const callId =
        one.events.flatMap((event) => (event.type === 'incoming' ? [event.callId] : [])).at(-1) ?? '';
      await one.node.answer(callId);
      await one.untilEvent(callId, 'answered');
      await one.node.keepAlive(callId, seconds);
      return callId;
    }

    it.each([
      ['in silence', false],
      ['in the middle of a prompt', true],
    ])(
      'are queued by the dialplan, %s, and are told the end in the end',
      async (_when, plays) => {
        const { long } = layTestPrompts(lab().prompts);
        const caller = lab().callIn({ from: '+8613900010021', to: '95598', seconds: 60, hellos: 100 });
        const callId = await hold(2);
        if (plays) {
          await one.node.replacePlayback(callId, 'menu', [long]);
          await one.untilEvent(callId, 'playback-started');
        }
        await one.node.close();
        expect(await channels()).toMatch(/!Stasis!/);
        await waitFor('the queue has the caller', async () => QUEUED.test(await channels()), 10_000);
        // Nobody is signed in, and nobody of ours comes back.
        expect(await caller).toMatchObject({ end: 'pbx-hung-up' });
        expect((await caller).heardSeconds).toBeGreaterThan(1);
      },
      60_000,
    );

    it('who come meanwhile are queued at once', async () => {
      await one.node.close();
      const caller = lab().callIn({ from: '+8613900010022', to: '95598', seconds: 60 });
      await waitFor('the queue has the caller', async () => QUEUED.test(await channels()), 3_000);
      expect((await caller).heardSeconds).toBeGreaterThan(1);
    }, 60_000);

    it('are taken over in the middle of a menu by the process that comes next', async () => {
      const { long, short } = layTestPrompts(lab().prompts);
      const caller = lab().callIn({ from: '+8613900010023', to: '95598', seconds: 60, hellos: 100 });
      const callId = await hold(30);
      await one.node.replacePlayback(callId, 'menu', [long]);
      await one.untilEvent(callId, 'playback-started');
      await one.node.close();
      const next = openLabNode(lab());
      try {
        await next.node.connect(15_000);
        expect(await next.node.liveCalls()).toMatchObject([
          { callId, direction: 'inbound', from: '+8613900010023', to: '95598', answered: true, inHand: true },
        ]);
        const asked = Date.now();
        await next.node.replacePlayback(callId, 'menu-again', [short]);
        await next.untilEvent(callId, 'playback-started');
        await waitUntil(
          'the menu again',
          () => next.of(callId).some((event) => event.type === 'playback-ended' && event.completed),
          8_000,
        );
        // The twelve seconds that the first process began are not waited for.
        expect(Date.now() - asked).toBeLessThan(8_000);
        await next.node.hangUp(callId);
        await next.untilEvent(callId, 'ended');
        expect(next.of(callId).filter(({ type }) => type === 'ended')).toMatchObject([{ cause: 16 }]);
      } finally {
        await next.node.close();
      }
      expect(await caller).toMatchObject({ end: 'pbx-hung-up' });
    }, 60_000);
  },
  { name: 'telephony-callers' },
);
