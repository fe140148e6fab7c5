import { speakMoney } from '@switchyard/domain';
import { FixedClock, Logger, loadConfig } from '@switchyard/platform';
import { BareAri, describeWithLab, type Lab, labNumber, startLab } from '@switchyard/testing';
import { openPromptLibrary } from './open-prompt-library';
import type { RenderedPart } from './prompt-library';
import { PromptsConfig } from './prompts.config';
import { CommandRunner } from './synthesis/command-runner';

const SEGMENTS = ['应交电费', ...speakMoney(1_005_030, 'zh-CN'), '。'];

describeWithLab('prompts on a real Asterisk', (lab) => {
  const open = ({ speech, command }: Lab) => {
    const config = loadConfig(PromptsConfig, {
      IVR_PROMPTS_DIR: speech.host,
      IVR_PROMPTS_DIR_ON_PBX: speech.inside,
    });
    const commands = new CommandRunner({ prefix: command });
    return openPromptLibrary(config, { clock: new FixedClock(), logger: Logger.silent(), commands });
  };

  /** Milliseconds for which the PBX of that lab plays it to a customer. */
  const playOn = async (where: Lab, { media }: RenderedPart): Promise<number> => {
    const call = `prompts-on-${where.name}`;
    const ari = await BareAri.connect(where);
    try {
      await ari.originate(call, labNumber('listens', 42));
      await ari.waitForEvent(
        'the call in hand',
        ({ type, channel }) => type === 'StasisStart' && channel?.id === call,
      );
      await ari.request('POST', `/channels/${call}/play/listening`, { media: media.join(',') });
      const playback = (type: string) =>
        ari.waitForEvent(type, (event) => event.type === type && event.playback?.id === 'listening', 30_000);
      const started = await playback('PlaybackStarted');
      const finished = await playback('PlaybackFinished');
      expect(finished.playback?.state).toBe('done');
      return Date.parse(finished.timestamp) - Date.parse(started.timestamp);
    } finally {
      await ari.hangUp(call);
      await ari.close();
    }
  };

  // A packet is 20 ms; the last one of each file may be short.
  const shortest = ({ durationMs }: RenderedPart) => durationMs - 25 * SEGMENTS.length;

  it('are found by it, and last as long as the library says', async () => {
    const part = await (await open(lab())).render(SEGMENTS, 'zh-CN');
    expect(await playOn(lab(), part)).toBeGreaterThan(shortest(part));
  });

  it('are not made again for the next lab of this checkout, and are played by it', async () => {
    await (await open(lab())).render(SEGMENTS, 'zh-CN');
    const next = await startLab({ name: `${lab().name}-next` });
    try {
      const prompts = await open(next);
      const { made } = await prompts.warm(SEGMENTS, 'zh-CN');
      expect(made).toBe(0);
      const part = await prompts.render(SEGMENTS, 'zh-CN');
      expect(await playOn(next, part)).toBeGreaterThan(shortest(part));
    } finally {
      await next.release();
    }
  }, 120_000);
});
