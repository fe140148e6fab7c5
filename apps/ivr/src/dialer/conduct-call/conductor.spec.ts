import { TEST_POLICY } from '@switchyard/domain';
import { SimulatedNode, VirtualScheduler } from '../../telephony/simulator';
import type { HeldCall } from '../dialing.types';
import type { EndedCall } from './call-in-hand';
import { Conductor } from './conductor';
import type { SpokenNotice } from './spoken-notice';

const part = (text: string, seconds: number) => ({
  media: Array.from({ length: seconds }, () => `sound:${text}`),
  durationMs: seconds * 1_000,
  text,
  hash: text,
});

/** The notice plays for ten seconds, everything else for one. */
const NOTICE: SpokenNotice = {
  parts: {
    notice: part('notice', 10),
    menu: part('menu', 1),
    thanks: part('thanks', 1),
    later: part('later', 1),
    human: part('human', 1),
    'opted-out': part('opted-out', 1),
    closing: part('closing', 1),
  },
  essentialMs: 8_000,
  essentialMsByContact: [8_000],
};

async function callTo(
  fate: string,
  meddle?: (node: SimulatedNode) => void,
  direction: HeldCall['direction'] = 'out',
) {
  const scheduler = new VirtualScheduler(Date.parse('2026-03-02T02:00:00Z'));
  const node = new SimulatedNode({ name: 'pbx-1', lines: 10, scheduler, playbackMs: () => 1_000 });
  const ended: EndedCall[] = [];
  const lost: EndedCall[] = [];
  const started: string[] = [];
  const goneOn: { id: string; human: boolean }[] = [];
  const conductor = new Conductor(
    scheduler,
    { warn: () => undefined, error: () => undefined },
    {
      noticeStarted: ({ id }) => started.push(id),
      ended: (call) => ended.push(call),
      goesOn: (_node, { id }, human) => goneOn.push({ id, human }),
      lost: (call) => lost.push(call),
    },
  );
  node.onEvent((event) => {
    if (event.type !== 'incoming' && event.type !== 'node-state') conductor.handle(event);
  });
  await node.connect(1_000);
  const number = `+8613900${fate}0001`;
  const held = { id: 'c1', direction, number, contacts: [] } as unknown as HeldCall;
  conductor.follow(node, held, NOTICE, TEST_POLICY);
  await node.originate({ callId: 'c1', number, trunk: 'trunk', callerId: '95598', ringSeconds: 20 });
  if (meddle) {
    await scheduler.advance(5_000);
    meddle(node);
  }
  await scheduler.runUntilIdle(30 * 60_000);
  return { node, conductor, ended, lost, started, goneOn };
}

describe('Conductor', () => {
  it('plays the notice to its end, asks for a key once more, closes and hangs up', async () => {
    const { ended, started } = await callTo('01');
    expect(ended).toHaveLength(1);
    expect(ended[0]?.facts).toMatchObject({ answered: true, heardMs: 10_000, keys: [], hungUpBy: 'us' });
    expect(ended[0]?.spokenText).toBe('notice\nmenu\nclosing');
    expect(started).toEqual(['c1']);
  });

  it('thanks whoever confirms, and stops the notice for it', async () => {
    const { ended } = await callTo('02');
    expect(ended[0]?.facts).toMatchObject({ heardMs: 2_000, keys: ['1'] });
    expect(ended[0]?.spokenText).toBe('notice\nthanks\nclosing');
  });

  it('plays it again on key 2, and counts the longest single hearing', async () => {
    const { ended } = await callTo('03');
    expect(ended[0]?.facts).toMatchObject({ heardMs: 2_000, keys: ['2', '1'] });
    expect(ended[0]?.spokenText).toBe('notice\nnotice\nthanks\nclosing');
  });

  it('gives a returned call on when its notice is told, without a goodbye, and settles it first', async () => {
    const { node, ended, goneOn, conductor } = await callTo('01', undefined, 'in');
    expect(goneOn).toEqual([{ id: 'c1', human: false }]);
    expect(await node.liveCalls()).toHaveLength(1);
    expect(ended[0]?.facts).toMatchObject({ heardMs: 10_000, hungUpBy: 'us' });
    expect(ended[0]?.spokenText).toBe('notice\nmenu');
    expect(conductor.follows('c1')).toBe(false);
  });

  it('knows how much was heard when the customer hangs up', async () => {
    const { ended } = await callTo('22');
    expect(ended[0]?.facts).toMatchObject({ heardMs: 3_000, hungUpBy: 'customer' });
  });

  it('plays nothing to a busy number', async () => {
    const { ended } = await callTo('11');
    expect(ended[0]).toMatchObject({
      cause: 17,
      spokenText: null,
      audioHash: null,
      facts: { answered: false },
    });
  });

  it('takes nothing for heard that came after it lost sight of the call', async () => {
    const { lost } = await callTo('01', (node) => node.loseEvents());
    expect(lost[0]?.facts.heardMs).toBeLessThan(1_000);
  });

  it('looks a call up of which nothing was heard after it was ordered', async () => {
    const { lost } = await callTo('12', (node) => node.loseEvents());
    expect(lost).toMatchObject([{ cause: null, facts: { answered: false } }]);
  });

  it('gives a call up when the PBX neither plays nor ends it', async () => {
    const { ended, lost, conductor } = await callTo('01', (node) => node.loseEvents());
    expect(ended).toEqual([]);
    expect(lost).toMatchObject([{ cause: null, facts: { answered: true } }]);
    expect(conductor.follows('c1')).toBe(false);
  });
});

describe('a call that another process had begun to talk on', () => {
  const OTHERS = 'c1:0f0f0f0f:1';

  async function adopted() {
    const scheduler = new VirtualScheduler(Date.parse('2026-03-02T02:00:00Z'));
    const node = new SimulatedNode({ name: 'pbx-1', lines: 10, scheduler, playbackMs: () => 1_000 });
    const ended: EndedCall[] = [];
    const silent = { warn: () => undefined, error: () => undefined };
    const tell = {
      noticeStarted: () => undefined,
      ended: (call: EndedCall) => ended.push(call),
      goesOn: () => undefined,
      lost: () => undefined,
    };
    const conductor = new Conductor(scheduler, silent, tell);
    await node.connect(1_000);
    const number = '+8613900010001';
    await node.originate({ callId: 'c1', number, trunk: 'trunk', callerId: '95598', ringSeconds: 20 });
    await scheduler.advance(2_000);
    await node.play('c1', OTHERS, NOTICE.parts.notice.media);
    await scheduler.advance(3_000);
    node.onEvent((event) => {
      if (event.type !== 'incoming' && event.type !== 'node-state') conductor.handle(event);
    });
    const held = { id: 'c1', number, contacts: [] } as unknown as HeldCall;
    conductor.follow(node, held, NOTICE, TEST_POLICY);
    conductor.handle({ type: 'answered', callId: 'c1', at: scheduler.now() });
    return { scheduler, conductor, ended };
  }

  it('does not take the end of the words of the other for its own', async () => {
    const { scheduler, ended } = await adopted();
    await scheduler.runUntilIdle(30 * 60_000);
    expect(ended[0]?.facts).toMatchObject({ heardMs: 10_000, hungUpBy: 'us' });
  });

  it('stops the words of the other as soon as it hears of them', async () => {
    const { scheduler, conductor, ended } = await adopted();
    const begin = scheduler.now();
    conductor.handle({ type: 'playback-started', callId: 'c1', playbackId: OTHERS, at: begin });
    await scheduler.runUntilIdle(30 * 60_000);
    const whole = 10_000 + 2_000 + 1_000 + 2_000 + 1_000;
    expect((ended[0]?.endedAt.getTime() ?? 0) - begin).toBeLessThan(whole + 1_000);
    expect(ended[0]?.facts).toMatchObject({ heardMs: 10_000 });
  });
});
