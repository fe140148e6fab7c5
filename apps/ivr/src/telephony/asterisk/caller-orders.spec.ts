import { CallGone } from '../telephony.port';
import { event, living, makeNode, timestamp } from './testing/fake-pbx';

describe('a caller on an Asterisk node', () => {
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

  it('who goes while a recording waits behind a prompt, is not held by it', async () => {
    const { node, pbx } = await withCaller();
    const recording = (type: string) => ({
      type,
      timestamp,
      recording: { name: RECORDING, target_uri: 'channel:a', duration: 0 },
    });
    await node.record('a', RECORDING, { maxSeconds: 60, maxSilenceSeconds: 0 });
    await node.enqueue('a', order);
    // The PBX took the order to stop, and records all the same.
    pbx.asked.length = 0;
    pbx.socket?.onEvent(recording('RecordingStarted'));
    expect(pbx.asked).toEqual([`stop ${RECORDING}`]);
    pbx.socket?.onEvent(recording('RecordingFinished'));
    pbx.socket?.onEvent(recording('RecordingStarted'));
    expect(pbx.asked).toHaveLength(1);
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
