import { randomUUID } from 'node:crypto';
import { CallGone, OrderRejected } from '../telephony.port';
import type { Contract } from './harness';

export function itRecordsCallers(contract: Contract): void {
  const ending = (callId: string) => contract.all(callId, 'recording-ended');

  it('are recorded until time is up', async () => {
    const callId = await contract.callInAnswered();
    const name = randomUUID();
    await contract.node.record(callId, name, { maxSeconds: 2, maxSilenceSeconds: 0 });
    await contract.until(callId, 'recording-ended');
    expect(ending(callId)).toMatchObject([{ name, failed: false }]);
    expect(ending(callId)[0]?.seconds).toBeGreaterThanOrEqual(1);
  });

  it('end the recording by a key, which is told too', async () => {
    const callId = await contract.callInAnswered({ keys: [{ afterMs: 1_500, key: '#' }] });
    const name = randomUUID();
    await contract.node.record(callId, name, { maxSeconds: 60, maxSilenceSeconds: 0, endKey: '#' });
    await contract.until(callId, 'recording-ended');
    expect(ending(callId)).toMatchObject([{ name, failed: false }]);
    await contract.until(callId, 'key');
    expect(contract.keysOf(callId)).toBe('#');
  });

  it('are recorded until we stop it, and what we say before is not in it', async () => {
    const callId = await contract.callInAnswered();
    const name = randomUUID();
    await contract.node.replacePlayback(callId, 'please-speak', [contract.harness.media.short]);
    await contract.node.record(callId, name, { maxSeconds: 60, maxSilenceSeconds: 0 });
    await contract.until(callId, 'playback-ended');
    await contract.node.stopRecording(name);
    await contract.until(callId, 'recording-ended');
    expect(ending(callId)).toMatchObject([{ name, failed: false }]);
    await expect(contract.node.stopRecording(name)).resolves.toBeUndefined();
  });

  it('who leave while the recording waits behind a prompt leave at once', async () => {
    const callId = await contract.callInAnswered();
    await contract.node.replacePlayback(callId, 'please-speak', [contract.harness.media.long]);
    await contract.until(callId, 'playback-started');
    await contract.node.record(callId, randomUUID(), { maxSeconds: 60, maxSilenceSeconds: 0 });
    await contract.node.enqueue(callId, {
      queue: contract.harness.vainQueue,
      priority: 0,
      language: 'en',
      maxWaitSeconds: 60,
      announceRecording: false,
    });
    await contract.until(callId, 'left', 1, 5_000);
    expect(contract.typesOf(callId).at(-1)).toBe('left');
  });

  it('who hang up while recorded leave what they said', async () => {
    const callId = await contract.callInAnswered({ seconds: 2 });
    const name = randomUUID();
    await contract.node.record(callId, name, { maxSeconds: 60, maxSilenceSeconds: 0 });
    await contract.until(callId, 'ended');
    expect(contract.of(callId).slice(-2)).toMatchObject([
      { type: 'recording-ended', name, failed: false },
      { type: 'ended' },
    ]);
  });

  it('are not recorded under a name that could be another file', async () => {
    const callId = await contract.callInAnswered();
    const limits = { maxSeconds: 5, maxSilenceSeconds: 0 };
    for (const bad of ['', '../x', '13900010001']) {
      await expect(contract.node.record(callId, bad, limits)).rejects.toBeInstanceOf(OrderRejected);
    }
    await expect(contract.node.record('gone', randomUUID(), limits)).rejects.toBeInstanceOf(CallGone);
  });
}
