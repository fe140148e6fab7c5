import { OriginateRefused } from '../telephony.port';
import { AriUnanswered } from './ari/ari-http';
import { event, living, makeNode, order, timestamp } from './testing/fake-pbx';

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
});
