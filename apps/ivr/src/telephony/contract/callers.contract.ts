import { CallElsewhere, CallGone } from '../telephony.port';
import type { Contract } from './harness';

export function itServesCallers(contract: Contract): void {
  const replace = (callId: string, playbackId: string, ...media: string[]): Promise<void> =>
    contract.node.replacePlayback(callId, playbackId, media);

  it('come in, are answered, listen, and hang up', async () => {
    const from = contract.number('01');
    const callId = await contract.callIn({ from, to: '4001', seconds: 2 });
    expect(contract.of(callId)).toMatchObject([{ type: 'incoming', from, to: '4001', entry: 'line' }]);
    await contract.node.answer(callId);
    await contract.until(callId, 'answered');
    await replace(callId, 'p1', contract.harness.media.long);
    await contract.until(callId, 'ended');
    expect(contract.typesOf(callId)).toEqual([
      'incoming',
      'answered',
      'playback-started',
      'playback-ended',
      'ended',
    ]);
    expect(contract.ended(callId)).toMatchObject({ cause: 0, answered: true });
  });

  it('may withhold their number', async () => {
    const callId = await contract.callIn({ from: '' });
    expect(contract.all(callId, 'incoming')).toMatchObject([{ from: '' }]);
  });

  it('press keys within the audio and by SIP INFO', async () => {
    const callId = await contract.callInAnswered({
      keys: [
        { afterMs: 700, key: '1' },
        { afterMs: 700, key: '*', via: 'info' },
        { afterMs: 700, key: '#' },
        { afterMs: 700, key: '0', via: 'info' },
      ],
    });
    await contract.until(callId, 'key', 4);
    expect([...contract.keysOf(callId)].sort()).toEqual(['#', '*', '0', '1']);
  });

  it('hear the next prompt instead of the one that plays', async () => {
    const { long, short } = contract.harness.media;
    const callId = await contract.callInAnswered();
    await replace(callId, 'p1', long);
    await contract.until(callId, 'playback-started');
    await replace(callId, 'p2', short);
    await contract.until(callId, 'playback-ended', 2);
    const told = contract.of(callId).filter(({ type }) => type.startsWith('playback'));
    expect(told).toMatchObject([
      { type: 'playback-started', playbackId: 'p1' },
      { type: 'playback-ended', playbackId: 'p1', completed: false },
      { type: 'playback-started', playbackId: 'p2' },
      { type: 'playback-ended', playbackId: 'p2', completed: true },
    ]);
  });

  it('who key faster than prompts begin hear the last one, and none of those before it', async () => {
    const { long, short } = contract.harness.media;
    const callId = await contract.callInAnswered();
    const prompts = Array.from({ length: 9 }, (_, index) => replace(callId, `p${index}`, long));
    await Promise.all([...prompts, replace(callId, 'last', short)]);
    const lastEnded = (): boolean =>
      contract.all(callId, 'playback-ended').some(({ playbackId }) => playbackId === 'last');
    await contract.harness.until('the last prompt', lastEnded, 5_000);
    expect(contract.of(callId).at(-1)).toMatchObject({ playbackId: 'last', completed: true });
    const starts = contract.all(callId, 'playback-started').length;
    expect(contract.all(callId, 'playback-ended')).toHaveLength(starts);
  });

  it('are silenced by nothing to play', async () => {
    const callId = await contract.callInAnswered();
    await replace(callId, 'p1', contract.harness.media.long);
    await contract.until(callId, 'playback-started');
    await replace(callId, 'p2');
    await contract.until(callId, 'playback-ended');
    expect(contract.of(callId).at(-1)).toMatchObject({ playbackId: 'p1', completed: false });
  });

  it('are listed with their number and the one that they called', async () => {
    const from = contract.number('01');
    const callId = await contract.callInAnswered({ from, to: '4002' });
    const call = find(await contract.node.liveCalls(), callId);
    expect(call).toMatchObject({ answered: true, direction: 'inbound', from, to: '4002', inHand: true });
  });

  it('whom nobody keeps alive are taken from us, and may still be hung up', async () => {
    const callId = await contract.callInAnswered();
    await contract.node.keepAlive(callId, 1);
    await contract.until(callId, 'left');
    expect(contract.all(callId, 'left')).toMatchObject([{ why: 'timed-out' }]);
    await expect(replace(callId, 'p', contract.harness.media.short)).rejects.toBeInstanceOf(CallElsewhere);
    expect(find(await contract.node.liveCalls(), callId)).toMatchObject({ inHand: false });
    await contract.node.hangUp(callId);
    await contract.until(callId, 'ended');
    expect(contract.all(callId, 'ended')).toMatchObject([{ cause: 16, answered: true }]);
  });

  it('who are kept alive stay with us', async () => {
    const callId = await contract.callInAnswered({ seconds: 3 });
    await contract.node.keepAlive(callId, 1);
    await contract.node.keepAlive(callId, 60);
    await contract.until(callId, 'ended');
    expect(contract.saw(callId, 'left')).toBe(false);
  });

  it('who have hung up are gone for every order', async () => {
    const callId = await contract.callInAnswered({ seconds: 1 });
    await contract.until(callId, 'ended');
    const order = {
      queue: 'general',
      priority: 0,
      language: 'zh-CN',
      maxWaitSeconds: 5,
      announceRecording: false,
    } as const;
    const late = [
      replace(callId, 'p', contract.harness.media.short),
      contract.node.enqueue(callId, order),
      contract.node.transfer(callId, contract.number('01'), contract.harness.trunk),
      contract.node.keepAlive(callId, 10),
      contract.node.forgetCaller(callId),
    ];
    // All at once: whichever is refused first.
    await Promise.all(late.map((each) => expect(each).rejects.toBeInstanceOf(CallGone)));
  });

  it('are found again after a lost connection, and what they hear is replaced', async () => {
    const { long, short } = contract.harness.media;
    const callId = await contract.callInAnswered();
    await replace(callId, 'p1', long);
    await contract.until(callId, 'playback-started');
    await contract.node.disconnect();
    await contract.node.connect(15_000);
    expect(find(await contract.node.liveCalls(), callId)).toMatchObject({
      direction: 'inbound',
      inHand: true,
    });
    await replace(callId, 'p2', short);
    const played = (): boolean =>
      contract.all(callId, 'playback-ended').some(({ playbackId }) => playbackId === 'p2');
    await contract.harness.until('the next prompt', played, 5_000);
    expect(contract.of(callId).at(-1)).toMatchObject({ playbackId: 'p2', completed: true });
    await contract.node.hangUp(callId);
    await contract.until(callId, 'ended');
    expect(contract.all(callId, 'ended')).toMatchObject([{ cause: 16, answered: true }]);
  });
}

function find<T extends { readonly callId: string }>(calls: readonly T[], callId: string): T | undefined {
  return calls.find((call) => call.callId === callId);
}
