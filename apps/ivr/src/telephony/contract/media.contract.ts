import type { Contract } from './harness';

export function itPlaysMedia(contract: Contract): void {
  it('plays media one after another under one playback id', async () => {
    const call = contract.order('01');
    await contract.node.originate(call);
    await contract.until(call.callId, 'answered');
    await contract.node.play(call.callId, `${call.callId}-1`, [
      contract.harness.media.short,
      contract.harness.media.short,
    ]);
    await contract.until(call.callId, 'playback-ended');
    const playback = contract.of(call.callId).slice(-2);
    expect(playback).toMatchObject([
      { type: 'playback-started', playbackId: `${call.callId}-1` },
      { type: 'playback-ended', playbackId: `${call.callId}-1`, completed: true },
    ]);
    const [started, finished] = playback;
    expect((finished?.at ?? 0) - (started?.at ?? 0)).toBeGreaterThanOrEqual(1_500);
    await contract.node.hangUp(call.callId);
    await contract.until(call.callId, 'ended');
    expect(contract.ended(call.callId)).toMatchObject({ cause: 16, answered: true });
  });

  it('stops a playback in the middle', async () => {
    const call = contract.order('01');
    await contract.node.originate(call);
    await contract.until(call.callId, 'answered');
    await contract.node.play(call.callId, `${call.callId}-1`, [contract.harness.media.long]);
    await contract.until(call.callId, 'playback-started');
    await contract.node.stopPlayback(`${call.callId}-1`);
    await contract.until(call.callId, 'playback-ended');
    expect(contract.of(call.callId).at(-1)).toMatchObject({ type: 'playback-ended', completed: false });
    await expect(contract.node.stopPlayback(`${call.callId}-1`)).resolves.toBeUndefined();
  });

  it('ends the playback, incomplete, before the call that it was played to', async () => {
    const call = contract.order('22');
    await contract.node.originate(call);
    await contract.until(call.callId, 'answered');
    await contract.node.play(call.callId, `${call.callId}-1`, [contract.harness.media.long]);
    await contract.until(call.callId, 'ended');
    expect(contract.of(call.callId).slice(-2)).toMatchObject([
      { type: 'playback-ended', completed: false },
      { type: 'ended', answered: true },
    ]);
  });

  it('hears a key while it plays', async () => {
    const call = contract.order('02');
    await contract.node.originate(call);
    await contract.until(call.callId, 'answered');
    await contract.node.play(call.callId, `${call.callId}-1`, [contract.harness.media.long]);
    await contract.until(call.callId, 'key');
    expect(contract.saw(call.callId, 'playback-ended')).toBe(false);
  });
}
