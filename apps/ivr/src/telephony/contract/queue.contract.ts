import { randomUUID } from 'node:crypto';
import { CallElsewhere, OrderRejected, type EnqueueOrder } from '../telephony.port';
import type { Contract } from './harness';

export function itQueuesCallers(contract: Contract): void {
  const waiting = (over: Partial<EnqueueOrder> = {}): EnqueueOrder => ({
    queue: contract.harness.vainQueue,
    priority: 10,
    language: 'zh-CN',
    maxWaitSeconds: 60,
    announceRecording: false,
    ...over,
  });
  const live = async (callId: string) =>
    (await contract.node.liveCalls()).find((call) => call.callId === callId);

  it('wait in the queue out of our hands, and come back when it lets them go', async () => {
    const from = contract.number('01');
    const callId = await contract.callInAnswered({ from, to: '4003' });
    await contract.node.replacePlayback(callId, 'p1', [contract.harness.media.long]);
    await contract.until(callId, 'playback-started');
    await contract.node.enqueue(callId, waiting({ maxWaitSeconds: 3, recordingName: randomUUID() }));
    await contract.until(callId, 'left');
    expect(contract.of(callId).slice(-2)).toMatchObject([
      { type: 'playback-ended', playbackId: 'p1', completed: false },
      { type: 'left', why: 'enqueued' },
    ]);
    expect(await live(callId)).toMatchObject({ direction: 'inbound', answered: true, inHand: false });
    await expect(contract.node.enqueue(callId, waiting())).rejects.toBeInstanceOf(CallElsewhere);
    await expect(contract.node.keepAlive(callId, 60)).rejects.toBeInstanceOf(CallElsewhere);
    await contract.until(callId, 'incoming', 2);
    await contract.until(callId, 'answered', 2);
    const back = { entry: 'queue-left', queue: contract.harness.vainQueue, reason: 'timeout' };
    expect(contract.all(callId, 'incoming')[1]).toMatchObject({ from, to: '4003', ...back });
    expect(await live(callId)).toMatchObject({ inHand: true, to: '4003' });
    await contract.node.replacePlayback(callId, 'p2', [contract.harness.media.short]);
    await contract.until(callId, 'playback-ended', 2);
    await contract.node.hangUp(callId);
    await contract.until(callId, 'ended');
    expect(contract.all(callId, 'ended')).toMatchObject([{ cause: 16, answered: true }]);
  });

  it('who hang up in the queue are told of, once, and their keys there are not', async () => {
    const callId = await contract.callInAnswered({ keys: [{ afterMs: 2_500, key: '5' }], seconds: 1 });
    await contract.node.enqueue(callId, waiting());
    await contract.until(callId, 'ended');
    expect(contract.typesOf(callId)).toEqual(['incoming', 'answered', 'left', 'ended']);
    expect(contract.ended(callId)).toMatchObject({ cause: 0, answered: true });
    expect(await live(callId)).toBeUndefined();
  });

  it('may be sent to the queue more than once', async () => {
    const callId = await contract.callInAnswered();
    for (const times of [1, 2]) {
      await contract.node.enqueue(callId, waiting({ maxWaitSeconds: 1 }));
      await contract.until(callId, 'answered', times + 1);
    }
    await contract.node.hangUp(callId);
    await contract.until(callId, 'ended');
    expect(contract.typesOf(callId)).toEqual([
      'incoming',
      'answered',
      'left',
      'incoming',
      'answered',
      'left',
      'incoming',
      'answered',
      'ended',
    ]);
  });

  it('who are forgotten come back as nobody', async () => {
    const callId = await contract.callInAnswered();
    await contract.node.forgetCaller(callId);
    expect(await live(callId)).toMatchObject({ from: '' });
    await contract.node.enqueue(callId, waiting({ maxWaitSeconds: 1 }));
    await contract.until(callId, 'incoming', 2);
    expect(contract.all(callId, 'incoming')[1]).toMatchObject({ from: '' });
  });

  it('are connected with another number, out of our hands', async () => {
    const callId = await contract.callInAnswered();
    await contract.node.transfer(callId, contract.number('01'), contract.harness.trunk);
    await contract.until(callId, 'left');
    expect(contract.of(callId).at(-1)).toMatchObject({ why: 'transferred' });
    expect(await live(callId)).toMatchObject({ inHand: false });
    await contract.node.hangUp(callId);
    await contract.until(callId, 'ended');
  });

  it('whom another number does not take are queued, and come back from there', async () => {
    const callId = await contract.callInAnswered();
    await contract.node.transfer(callId, contract.number('11'), contract.harness.trunk);
    await contract.until(callId, 'incoming', 2, 40_000);
    expect(contract.all(callId, 'incoming')[1]).toMatchObject({ entry: 'queue-left', queue: 'general' });
  }, 60_000);

  it('who call while we are away are queued, and come to us from there', async () => {
    await contract.node.disconnect();
    const before = contract.harness.events.length;
    contract.harness.callIn({ from: contract.number('01'), to: '4004', seconds: 60 });
    await contract.harness.until('time for the call', timePasses(500), 5_000);
    await contract.node.connect(15_000);
    const told = () => contract.harness.events.slice(before).find(({ type }) => type === 'incoming');
    await contract.harness.until('the queued caller', () => told() !== undefined, 40_000);
    expect(told()).toMatchObject({ entry: 'queue-left', queue: 'general', to: '4004' });
  }, 60_000);

  it.each<[string, Partial<EnqueueOrder>]>([
    ['queue', { queue: 'general,1' }],
    ['priority', { priority: 1.5 }],
    ['maxWaitSeconds', { maxWaitSeconds: 0 }],
    ['recordingName', { recordingName: '../etc/passwd' }],
    ['variables', { variables: { 'SHELL(x)': '1' } }],
    ['variables.NOTE', { variables: { NOTE: '1,2' } }],
  ])('are not queued by an order with a bad %s', async (field, bad) => {
    const callId = await contract.callInAnswered();
    await expect(contract.node.enqueue(callId, waiting(bad))).rejects.toMatchObject({ field });
    await expect(contract.node.transfer(callId, '110&PJSIP/1', 'trunk')).rejects.toBeInstanceOf(
      OrderRejected,
    );
    expect(contract.saw(callId, 'left')).toBe(false);
  });
}

/** True once it has been asked for that long in the harness's own time: every question is 20 to 50 ms after the last. */
function timePasses(ms: number): () => boolean {
  let asked = 0;
  return () => (asked += 20) > ms;
}
