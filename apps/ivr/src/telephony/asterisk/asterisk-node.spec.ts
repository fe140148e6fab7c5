import { VirtualScheduler } from '../simulator/virtual-scheduler';
import { CallGone, OriginateRefused, type CallEvent, type LiveCall } from '../telephony.port';
import { AriUnanswered } from './ari/ari-http';
import type { AriLinkListener } from './ari/ari-link';
import { AsteriskNode, type NodeCalls } from './asterisk-node';
import type { NodeCallers } from './caller-orders';
import { HEALTH_POLICY } from './node-health';
import { keptLog } from './testing/kept-log';

const timestamp = '2026-11-22T07:49:18.796+0000';
const event = (type: string, id: string, over: object = {}) => ({
  type,
  timestamp,
  channel: { id, state: 'Up', caller: { number: '' }, dialplan: { exten: '' } },
  ...over,
});
const order = (callId: string) => ({
  callId,
  number: '+8613900010001',
  trunk: 'trunk',
  callerId: '95598',
  ringSeconds: 20,
});

const living = (callId: string, over: Partial<LiveCall> = {}): LiveCall => ({
  callId,
  answered: true,
  startedAt: new Date(0),
  direction: 'outbound',
  from: '',
  to: '',
  inHand: true,
  ...over,
});

/** A PBX of plain functions on virtual time. */
function makeNode() {
  const scheduler = new VirtualScheduler(1_700_000_000_000);
  const log = keptLog();
  const pbx = {
    socket: undefined as AriLinkListener | undefined,
    links: 0,
    reachable: true,
    canariesArrive: true,
    pongs: true,
    live: [] as LiveCall[],
    digits: [] as string[],
    originate: async (): Promise<void> => undefined,
    beforeListing: () => undefined as void,
    /** What was asked of it, in order. */
    asked: [] as string[],
    gone: [] as string[],
    play: async (callId: string): Promise<void> => {
      throw new CallGone(callId);
    },
  };
  const calls: NodeCalls = {
    originate: () => pbx.originate(),
    play: async (callId, playbackId) => {
      pbx.asked.push(`play ${playbackId}`);
      await pbx.play(callId);
    },
    stopPlayback: async (playbackId) => {
      pbx.asked.push(`stop ${playbackId}`);
    },
    answer: async () => undefined,
    hangUp: async () => undefined,
    sendDigits: async (_callId, digits) => {
      pbx.digits.push(digits);
    },
    liveCalls: async () => {
      const live = pbx.live;
      pbx.beforeListing();
      return live;
    },
    filterEvents: async () => undefined,
    originateCanary: async (callId) => {
      if (pbx.canariesArrive) scheduler.after(5, () => pbx.socket?.onEvent(event('StasisStart', callId)));
    },
  };
  const callers: NodeCallers = {
    watch: async (callIds) => {
      pbx.asked.push(...callIds.map((callId) => `watch ${callId}`));
      return callIds.filter((callId) => pbx.gone.includes(callId));
    },
    setVariables: async (_callId, variables) => {
      pbx.asked.push(`set ${Object.keys(variables).join(' ')}`);
    },
    goOn: async (_callId, context, extension) => {
      pbx.asked.push(`continue ${context} ${extension}`);
    },
    record: async (_callId, name) => {
      pbx.asked.push(`record ${name}`);
    },
    stopRecording: async (name) => {
      pbx.asked.push(`stop ${name}`);
    },
  };
  const node = new AsteriskNode({
    name: 'pbx-1',
    calls,
    callers,
    scheduler,
    random: () => 0.5,
    log,
    health: HEALTH_POLICY,
    pingTimeoutMs: 2_000,
    canaryTimeoutMs: 3_000,
    openLink: async (listener) => {
      if (!pbx.reachable) throw new Error('refused');
      pbx.links += 1;
      pbx.socket = listener;
      return {
        ping: async () => {
          if (!pbx.pongs) throw new Error('no pong');
        },
        close: () => undefined,
      };
    },
  });
  const events: CallEvent[] = [];
  node.onEvent((told) => events.push(told));
  const states = () => events.flatMap((told) => (told.type === 'node-state' ? [told.state] : []));
  const connect = async () => {
    const connected = node.connect(10_000);
    await scheduler.advance(100);
    await connected;
  };
  return { node, pbx, scheduler, log, events, states, connect };
}

describe('an Asterisk node', () => {
  it('is up only after a canary call came through', async () => {
    const { node, pbx, scheduler, states } = makeNode();
    pbx.canariesArrive = false;
    const connected = expect(node.connect(5_000)).rejects.toThrow('still trying');
    await scheduler.advance(5_000);
    await connected;
    expect(states()).toEqual(['suspect']);
    pbx.canariesArrive = true;
    await scheduler.advance(5_000);
    expect(states()).toEqual(['suspect', 'up']);
  });

  it('keeps trying long after ari-client would have given up', async () => {
    const { node, pbx, scheduler, log } = makeNode();
    pbx.reachable = false;
    const connected = expect(node.connect(5_000)).rejects.toThrow('still trying');
    await scheduler.advance(10 * 60_000);
    await connected;
    expect(log.lines.filter(({ level }) => level === 'warn').length).toBeGreaterThan(30);
    pbx.reachable = true;
    await scheduler.advance(15_000);
    expect(node.state()).toBe('up');
  });

  it('takes a PBX out whose ARI answers while calls are wedged, and back in when they move', async () => {
    const { node, pbx, scheduler, connect, states } = makeNode();
    await connect();
    await node.originate(order('a'));
    pbx.canariesArrive = false;
    await scheduler.advance(8_000);
    expect(node.state()).toBe('suspect');
    await expect(node.originate(order('b'))).rejects.toMatchObject({ reason: 'unreachable' });
    await scheduler.advance(60_000);
    expect(node.state()).toBe('suspect');
    pbx.canariesArrive = true;
    await scheduler.advance(5_000);
    expect(states()).toEqual(['up', 'suspect', 'up']);
    expect(pbx.links).toBe(1);
  });

  it('gives a silent PBX up after 20 s and connects afresh', async () => {
    const { pbx, scheduler, connect, states } = makeNode();
    await connect();
    pbx.canariesArrive = false;
    pbx.pongs = false;
    await scheduler.advance(30_000);
    expect(states()).toEqual(['up', 'suspect', 'down', 'suspect']);
    pbx.canariesArrive = true;
    pbx.pongs = true;
    await scheduler.advance(10_000);
    expect(states().at(-1)).toBe('up');
    expect(pbx.links).toBe(2);
  });

  it('doubts a PBX that did not answer an order, and lets a canary decide', async () => {
    const { node, pbx, scheduler, connect, states } = makeNode();
    await connect();
    pbx.originate = () => Promise.reject(new OriginateRefused('unknown-state', 'late'));
    pbx.canariesArrive = false;
    await expect(node.originate(order('a'))).rejects.toMatchObject({ reason: 'unknown-state' });
    await scheduler.advance(6_000);
    expect(states()).toEqual(['up', 'suspect']);
  });

  it('stands by when replaced, and does not fight for the application', async () => {
    const { node, pbx, scheduler, connect, states } = makeNode();
    await connect();
    pbx.socket?.onEvent({ type: 'ApplicationReplaced', timestamp });
    await scheduler.advance(10 * 60_000);
    expect(pbx.links).toBe(1);
    expect(states()).toEqual(['up', 'down']);
    await connect();
    expect(node.state()).toBe('up');
  });

  it('reconnects after a loss and tells it, so that the dialer resynchronises', async () => {
    const { pbx, scheduler, connect, states } = makeNode();
    await connect();
    pbx.socket?.onLost('socket closed');
    await scheduler.advance(1_000);
    expect(states()).toEqual(['up', 'down', 'up']);
  });

  it('does not take a link that opened while it was left, and connects again when asked', async () => {
    const { node, pbx, scheduler } = makeNode();
    let leave = true;
    pbx.beforeListing = () => {
      if (leave) void node.disconnect();
      leave = false;
    };
    const first = node.connect(2_000).catch(() => 'not reached');
    await scheduler.advance(10_000);
    await expect(first).resolves.toBe('not reached');
    expect(node.state()).toBe('down');
    const second = node.connect(2_000);
    await scheduler.advance(1_000);
    await second;
    expect(node.state()).toBe('up');
  });

  it('handles what came before the list of living calls after it', async () => {
    const { node, pbx, events, connect } = makeNode();
    pbx.live = [living('a')];
    pbx.beforeListing = () => pbx.socket?.onEvent(event('ChannelDestroyed', 'a', { cause: 16 }));
    await connect();
    expect(events).toMatchObject([{ type: 'ended', callId: 'a', answered: true }, { type: 'node-state' }]);
    pbx.beforeListing = () => undefined;
    pbx.live = [];
    expect(await node.liveCalls()).toEqual([]);
  });

  it('does not list a call that ended while the list was made', async () => {
    const { node, pbx, connect } = makeNode();
    await connect();
    await node.originate(order('a'));
    pbx.live = [living('a')];
    pbx.beforeListing = () => pbx.socket?.onEvent(event('ChannelDestroyed', 'a', { cause: 16 }));
    expect(await node.liveCalls()).toEqual([]);
  });

  it('goes on after unknown, malformed and badly received events', async () => {
    const { node, pbx, events, connect } = makeNode();
    await connect();
    await node.originate(order('a'));
    pbx.socket?.onEvent({ type: 'SomethingOfTomorrow' });
    node.onEvent((told) => {
      events.push(told);
      throw new Error('listener');
    });
    pbx.socket?.onEvent(event('ChannelDtmfReceived', 'a', { digit: '1' }));
    pbx.socket?.onEvent(event('ChannelDestroyed', 'a', { cause: 16 }));
    expect(events.slice(-2)).toMatchObject([{ type: 'key', key: '1' }, { type: 'ended' }]);
  });

  it('dials an extension first and tells of the answer then', async () => {
    const { node, pbx, events, scheduler, connect } = makeNode();
    await connect();
    await node.originate({ ...order('a'), extension: '802' });
    pbx.socket?.onEvent(event('ChannelStateChange', 'a'));
    pbx.socket?.onEvent(event('StasisStart', 'a', { args: ['outbound'] }));
    expect(events.at(-1)).toMatchObject({ type: 'node-state' });
    await scheduler.advance(0);
    expect(pbx.digits).toEqual(['802']);
    expect(events.at(-1)).toMatchObject({ type: 'answered', callId: 'a' });
  });

  it('does not keep a call that was refused, nor one whose order was lost', async () => {
    const { node, pbx, connect } = makeNode();
    await connect();
    for (const reason of ['refused', 'unreachable', 'unknown-state'] as const) {
      pbx.originate = () => Promise.reject(new OriginateRefused(reason, 'no'));
      await expect(node.originate(order('a'))).rejects.toMatchObject({ reason });
      if (reason === 'unknown-state') await node.liveCalls();
    }
    pbx.originate = async () => undefined;
    await expect(node.originate(order('a'))).resolves.toBeUndefined();
    await expect(node.originate(order('a'))).rejects.toMatchObject({ reason: 'already-live' });
  });

  it('doubts a PBX when any request goes unanswered', async () => {
    const { node, pbx, scheduler, connect, states } = makeNode();
    await connect();
    pbx.canariesArrive = false;
    pbx.beforeListing = () => {
      throw new AriUnanswered('GET /channels', true);
    };
    await expect(node.liveCalls()).rejects.toBeInstanceOf(AriUnanswered);
    await scheduler.advance(6_000);
    expect(states()).toEqual(['up', 'suspect']);
  });

  describe('with a caller', () => {
    const RECORDING = '8a3c4f0e-52a1-4c9e-9d55-0b1f3a5c7e21';
    const withCaller = async () => {
      const made = makeNode();
      await made.connect();
      made.pbx.play = async () => undefined;
      made.pbx.socket?.onEvent(event('StasisStart', 'a', { args: ['incoming'] }));
      return made;
    };
    const order = {
      queue: 'general',
      priority: 10,
      language: 'zh-CN',
      maxWaitSeconds: 60,
      announceRecording: false,
    } as const;

    it('stops and plays at the same time, and stops late what the PBX had not taken yet', async () => {
      const { node, pbx, scheduler } = await withCaller();
      let taken = (): void => undefined;
      pbx.play = () => new Promise((resolve) => (taken = resolve));
      const first = node.replacePlayback('a', 'p1', ['sound:x']);
      pbx.play = async () => undefined;
      const second = node.replacePlayback('a', 'p2', ['sound:y']);
      await scheduler.advance(0);
      expect(pbx.asked).toEqual(['play a:menu-0', 'play a:menu-1']);
      taken();
      await Promise.all([first, second]);
      expect(pbx.asked.slice(2)).toEqual(['stop a:menu-0']);
      await node.replacePlayback('a', 'p3', ['sound:z']);
      expect(pbx.asked.slice(3)).toEqual(['stop a:menu-1', 'play a:menu-2']);
    });

    it('silences once whatever another process may have left, before it plays', async () => {
      const { node, pbx, connect } = makeNode();
      pbx.play = async () => undefined;
      pbx.live = [living('a', { direction: 'inbound' })];
      await connect();
      expect(pbx.asked).toEqual(['watch a']);
      await node.replacePlayback('a', 'p1', ['sound:x']);
      const stops = [0, 1, 2, 3].map((slot) => `stop a:menu-${slot}`);
      expect(pbx.asked.slice(1)).toEqual([...stops, 'play a:menu-0']);
      await node.replacePlayback('a', 'p2', []);
      expect(pbx.asked.slice(6)).toEqual(['stop a:menu-0']);
    });

    it('leaves to the queue: watched, silenced, told what the dialplan needs, in this order', async () => {
      const { node, pbx, events } = await withCaller();
      await node.replacePlayback('a', 'p1', ['sound:x']);
      await node.record('a', RECORDING, { maxSeconds: 5, maxSilenceSeconds: 0 });
      await node.enqueue('a', order);
      const asked = pbx.asked.slice(2);
      expect(asked.at(-1)).toBe('continue agent-queue general');
      expect(asked.slice(0, -1).sort()).toEqual([
        'set QUEUE_PRIO QUEUE_LANGUAGE QUEUE_MAX_WAIT QUEUE_ANNOUNCE_RECORDING QUEUE_RECORDING',
        `stop ${RECORDING}`,
        'stop a:menu-0',
        'watch a',
      ]);
      pbx.socket?.onEvent(event('StasisEnd', 'a'));
      expect(events.at(-1)).toMatchObject({ type: 'left', why: 'enqueued' });
      await expect(node.enqueue('a', order)).rejects.toMatchObject({ name: 'CallElsewhere' });
    });

    it('who was gone before could be watched, is gone', async () => {
      const { node, pbx } = await withCaller();
      pbx.gone = ['a'];
      await expect(node.enqueue('a', order)).rejects.toBeInstanceOf(CallGone);
      expect(pbx.asked.some((what) => what.startsWith('continue'))).toBe(false);
    });

    it('follows one whom the dialplan took by its time-out, and tells the end that nobody saw', async () => {
      const { pbx, events, scheduler } = await withCaller();
      pbx.gone = ['a'];
      pbx.socket?.onEvent(event('StasisEnd', 'a'));
      await scheduler.advance(0);
      expect(events.slice(-2)).toMatchObject([{ type: 'left', why: 'timed-out' }, { type: 'ended' }]);
    });

    it('does not list one whom it could not watch on connecting', async () => {
      const { node, pbx, connect } = makeNode();
      pbx.live = [living('a', { direction: 'inbound' })];
      pbx.gone = ['a'];
      await connect();
      await expect(node.replacePlayback('a', 'p', [])).rejects.toBeInstanceOf(CallGone);
    });

    it('never writes to the log what was keyed or who called, not even when the listener fails', async () => {
      const { node, pbx, log } = await withCaller();
      node.onEvent(() => {
        throw new Error('listener');
      });
      const caller = { ...event('x', 'b').channel, caller: { number: '13900010001' } };
      pbx.socket?.onEvent(event('StasisStart', 'b', { args: ['incoming'], channel: caller }));
      pbx.socket?.onEvent(event('ChannelDtmfReceived', 'b', { digit: '7', channel: caller }));
      const told = log.lines.filter(({ level }) => level === 'error');
      expect(told.map(({ fields }) => fields['event'])).toEqual(['incoming', 'answered', 'key']);
      expect(JSON.stringify(log.lines)).not.toMatch(/13900010001|"7"/);
    });
  });
});
