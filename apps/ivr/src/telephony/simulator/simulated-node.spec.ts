import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { itBehavesLikeATelephonyNode } from '../telephony-node.contract';
import type { CallEvent } from '../telephony.port';
import { GENERAL_QUEUE } from './queue-fate';
import { SimulatedNode, type SimulatedNodeOptions } from './simulated-node';
import { VirtualScheduler } from './virtual-scheduler';

const order = (callId: string, number = '+8613900010001') => ({
  callId,
  number,
  trunk: 'trunk',
  callerId: '95598',
  ringSeconds: 20,
});

function makeNode(lines = 1_000, over: Partial<SimulatedNodeOptions> = {}) {
  const scheduler = new VirtualScheduler(1_700_000_000_000);
  const errors: unknown[] = [];
  const node = new SimulatedNode({
    name: 'pbx-1',
    lines,
    scheduler,
    playbackMs: (media) => (media.endsWith('long') ? 10_000 : 1_000),
    onListenerError: (error) => errors.push(error),
    ...over,
  });
  const events: CallEvent[] = [];
  node.onEvent((event) => events.push(event));
  return { node, scheduler, events, errors };
}

describe('the simulator', () => {
  itBehavesLikeATelephonyNode(async () => {
    const { node, scheduler, events } = makeNode(1_000, {
      queueFate: (_callId, { queue, maxWaitSeconds }) =>
        queue === 'vain'
          ? { fate: 'unserved', waitMs: maxWaitSeconds * 1_000, reason: 'timeout' }
          : { fate: 'unserved', waitMs: 2_000, reason: 'empty' },
    });
    return {
      node,
      events,
      vainQueue: 'vain',
      callIn: ({ from, to, keys = [], seconds }) => {
        let atMs = 0;
        const pressed = keys.map(({ afterMs, key }) => ({ atMs: (atMs += afterMs), key }));
        const script = {
          fate: 'answers',
          ringMs: 0,
          hangUpMs: atMs + seconds * 1_000,
          speaksMs: 60_000,
        } as const;
        node.receiveCall(from, to, { ...script, keys: pressed });
      },
      trunk: 'trunk',
      media: { short: 'sound:short', long: 'sound:long' },
      until: async (what, holds, timeoutMs) => {
        for (let waited = 0; !holds(); waited += 50) {
          if (waited >= timeoutMs) throw new Error(`no ${what} within ${timeoutMs} ms`);
          await scheduler.advance(50);
        }
      },
      close: () => node.disconnect(),
    };
  });

  it('refuses a call when every line is taken, and takes it when one is free again', async () => {
    const { node, scheduler } = makeNode(1);
    await node.connect(0);
    await node.originate(order('a'));
    await expect(node.originate(order('b'))).rejects.toMatchObject({ reason: 'refused' });
    await node.hangUp('a');
    await scheduler.advance(1);
    await expect(node.originate(order('b'))).resolves.toBeUndefined();
  });

  it('runs thousands of calls on virtual time without leaving one behind', async () => {
    const { node, scheduler, events } = makeNode(10_000);
    await node.connect(0);
    node.onEvent((event) => {
      events.push(event);
      if (event.type === 'answered') void node.play(event.callId, `${event.callId}-p`, ['long']);
      if (event.type === 'playback-ended') void node.hangUp(event.callId);
    });
    const fates = ['01', '02', '11', '12', '21'];
    for (let call = 0; call < 5_000; call += 1) {
      await node.originate(order(`c${call}`, `+8613900${fates[call % 5]}${String(call).padStart(4, '0')}`));
    }
    await scheduler.runUntilIdle();
    expect(events.filter(({ type }) => type === 'ended')).toHaveLength(5_000);
    expect(await node.liveCalls()).toEqual([]);
  });

  it('takes an incoming call, answers it and hears its keys', async () => {
    const { node, scheduler, events } = makeNode();
    await node.connect(0);
    const callId = node.receiveCall('+8613900020001', '95598');
    expect(events.at(-1)).toMatchObject({ type: 'incoming', from: '+8613900020001', to: '95598' });
    await node.answer(callId);
    await scheduler.advance(2_000);
    expect(events.slice(-2)).toMatchObject([
      { type: 'answered', callId },
      { type: 'key', key: '1' },
    ]);
  });

  it('becomes suspect when wedged, and does what it was asked once it moves again', async () => {
    const { node, scheduler, events } = makeNode();
    await node.connect(0);
    node.wedge();
    await node.originate(order('a'));
    await scheduler.advance(5_000);
    expect(node.state()).toBe('suspect');
    expect(events.filter((event) => 'callId' in event)).toEqual([]);
    await expect(node.originate(order('b'))).rejects.toMatchObject({ reason: 'unreachable' });
    node.recover();
    await scheduler.advance(1_000);
    expect(node.state()).toBe('up');
    expect(events.some(({ type }) => type === 'answered')).toBe(true);
  });

  it.each([
    [true, []],
    [false, ['a']],
  ])(
    'after a lost link (PBX gone with it: %p) the living calls tell what is left',
    async (callsEnd, left) => {
      const { node, scheduler, events } = makeNode();
      await node.connect(0);
      await node.originate(order('a'));
      await scheduler.advance(1_000);
      node.loseLink({ callsEnd });
      await expect(node.connect(0)).rejects.toThrow('could not be reached');
      node.recover();
      expect((await node.liveCalls()).map(({ callId }) => callId)).toEqual(left);
      expect(events.filter(({ type }) => type === 'ended')).toEqual([]);
    },
  );

  it('loses events when told to, while its calls go on', async () => {
    const { node, scheduler, events } = makeNode();
    await node.connect(0);
    node.loseEvents();
    await node.originate(order('a', '+8613900110001'));
    await scheduler.runUntilIdle();
    expect(events.filter((event) => 'callId' in event)).toEqual([]);
    expect(await node.liveCalls()).toEqual([]);
  });

  it('goes on after a listener that throws', async () => {
    const { node, scheduler, errors } = makeNode();
    await node.connect(0);
    let told = 0;
    node.onEvent(() => {
      told += 1;
      throw new Error('listener');
    });
    await node.originate(order('a', '+8613900120001'));
    await scheduler.runUntilIdle();
    expect(told).toBe(2);
    expect(errors).toHaveLength(2);
  });

  it('has callers served by agents, who talk with them and let them go', async () => {
    const { node, scheduler, events } = makeNode(10, {
      queueFate: () => ({ fate: 'served', waitMs: 5_000, talkMs: 60_000, agent: '1001' }),
    });
    await node.connect(0);
    const callId = node.receiveCall('+8613900010001', '95598');
    await node.answer(callId);
    await node.enqueue(callId, GENERAL_QUEUE);
    node.press(callId, '7');
    await scheduler.advance(64_000);
    expect(events.at(-1)).toMatchObject({ type: 'left', why: 'enqueued' });
    await scheduler.advance(1_000);
    expect(events.slice(-2)).toMatchObject([
      { type: 'incoming', entry: 'queue-left', queue: 'general', reason: 'served', agent: '1001' },
      { type: 'answered' },
    ]);
    node.press(callId, '5');
    node.callerHangsUp(callId);
    expect(events.slice(-2)).toMatchObject([
      { type: 'key', key: '5' },
      { type: 'ended', cause: 0 },
    ]);
  });

  it('leaves a queue to somebody else, who lets a caller go once', async () => {
    const { node, scheduler, events } = makeNode(10, { queueFate: () => ({ fate: 'open' }) });
    await node.connect(0);
    const callId = node.receiveCall('+8613900010001', '95598');
    await node.enqueue(callId, GENERAL_QUEUE);
    await scheduler.advance(3_600_000);
    node.leaveQueue(callId, 'call-back');
    node.leaveQueue(callId, 'call-back');
    const incoming = events.filter(({ type }) => type === 'incoming');
    expect(incoming).toMatchObject([{ entry: 'line' }, { entry: 'queue-left', reason: 'call-back' }]);
  });

  it('queues a caller whom nobody kept alive while the link was lost, and lists it there', async () => {
    const { node, scheduler } = makeNode();
    await node.connect(0);
    const callId = node.receiveCall('+8613900010001', '95598');
    await node.answer(callId);
    node.loseLink({ callsEnd: false });
    await scheduler.advance(50_000);
    node.recover();
    expect(await node.liveCalls()).toMatchObject([{ callId, direction: 'inbound', inHand: false }]);
  });

  it('ends a recording when the caller has been silent for long enough, and keeps a file of that length', async () => {
    const recordingsFolder = mkdtempSync(path.join(tmpdir(), 'switchyard-recordings-'));
    try {
      const { node, scheduler, events } = makeNode(10, { recordingsFolder });
      await node.connect(0);
      const callId = node.receiveCall('+8613900010001', '95598');
      await node.answer(callId);
      const name = randomUUID();
      await node.record(callId, name, { maxSeconds: 60, maxSilenceSeconds: 2 });
      await scheduler.advance(5_000);
      expect(events.at(-1)).toMatchObject({ type: 'recording-ended', name, seconds: 5 });
      expect(statSync(path.join(recordingsFolder, `${name}.wav`)).size).toBe(44 + 5 * 16_000);
    } finally {
      rmSync(recordingsFolder, { recursive: true });
    }
  });
});
