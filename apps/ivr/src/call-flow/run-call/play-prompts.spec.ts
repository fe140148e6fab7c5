import type { FlowEffect } from '@switchyard/domain';
import { SilentPrompts } from '../../../test/silent-prompts';
import type { CallInFlow } from './call-in-flow';
import { PlayPrompts } from './play-prompts';

const GRANTED_BY_DIALPLAN = 45;

/** As Asterisk does it: a call that plays takes no other order, and is queued when its time is over. */
class BusyLine {
  readonly orders: string[] = [];
  grantedSeconds = GRANTED_BY_DIALPLAN;
  playing = false;
  onSilence: () => void = () => undefined;

  async replacePlayback(_callId: string, playbackId: string, media: readonly string[]): Promise<void> {
    this.playing = media.length > 0;
    this.orders.push(this.playing ? `play ${playbackId}` : 'silence');
    if (!this.playing) this.onSilence();
  }

  async keepAlive(_callId: string, seconds: number): Promise<void> {
    if (this.playing) return new Promise(() => undefined);
    this.orders.push('keep alive');
    this.grantedSeconds = seconds;
  }
}

function setUp(promptSeconds: number) {
  const line = new BusyLine();
  const call = { callId: 'c1', node: line } as unknown as CallInFlow;
  const told: object[] = [];
  const prompts = new PlayPrompts(
    { prompts: new SilentPrompts(promptSeconds * 1_000), logger: { warn: () => undefined } },
    (_call, event) => told.push(event),
  );
  const say = (step: number) => {
    const effect = { type: 'play', step, language: 'zh-CN', segments: ['words'] };
    return prompts.play(call, effect as Extract<FlowEffect, { type: 'play' }>);
  };
  return { line, say, told, call };
}

describe('a prompt', () => {
  it('of ordinary length takes one order: what the caller asked for is heard at once', async () => {
    const { line, say } = setUp(15);
    await say(1);
    expect(line.orders).toEqual(['play c1:flow:1']);
  });

  it.each([16, 46, 150])(
    'of %d s is heard to its end, though no more time is granted while it plays',
    async (seconds) => {
      const { line, say } = setUp(seconds);
      line.playing = true; // the prompt before it was cut short by a key
      await say(1);
      expect(line.orders).toEqual(['silence', 'keep alive', 'play c1:flow:1']);
      expect(line.grantedSeconds).toBeGreaterThan(seconds);
    },
  );

  it('that was overtaken while it waited for time is not played', async () => {
    const { line, say, call } = setUp(60);
    line.onSilence = () => (call.playing = 2);
    await say(1);
    expect(line.orders).toEqual(['silence', 'keep alive']);
  });

  it('that cannot be played is told as one that broke off', async () => {
    const { line, say, told } = setUp(1);
    line.replacePlayback = async () => Promise.reject(new Error('no'));
    await say(7);
    expect(told).toEqual([{ type: 'playback-ended', step: 7, completed: false }]);
  });
});
