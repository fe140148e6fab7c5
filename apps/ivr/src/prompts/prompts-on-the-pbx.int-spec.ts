import { speakMoney } from '@switchyard/domain';
import { FixedClock, Logger, loadConfig } from '@switchyard/platform';
import { BareAri, describeWithLab, labNumber } from '@switchyard/testing';
import { openPromptLibrary } from './open-prompt-library';
import { PromptsConfig } from './prompts.config';
import { CommandRunner } from './synthesis/command-runner';

const CALL = 'prompts-on-the-pbx';

describeWithLab('prompts on a real Asterisk', (lab) => {
  let ari: BareAri;
  beforeEach(async () => {
    ari = await BareAri.connect(lab());
  });
  afterEach(async () => {
    await ari.hangUp(CALL);
    await ari.close();
  });

  const open = () => {
    const { prompts, command } = lab();
    const config = loadConfig(PromptsConfig, {
      IVR_PROMPTS_DIR: prompts.host,
      IVR_PROMPTS_DIR_ON_PBX: prompts.inside,
    });
    const commands = new CommandRunner({ prefix: command });
    return openPromptLibrary(config, { clock: new FixedClock(), logger: Logger.silent(), commands });
  };

  it('are found by it, and last as long as the library says', async () => {
    const segments = ['应交电费', ...speakMoney(1_005_030, 'zh-CN'), '。'];
    const part = await (await open()).render(segments, 'zh-CN');
    await ari.originate(CALL, labNumber('listens', 42));
    await ari.waitForEvent(
      'the call in hand',
      ({ type, channel }) => type === 'StasisStart' && channel?.id === CALL,
    );

    await ari.request('POST', `/channels/${CALL}/play/listening`, { media: part.media.join(',') });
    const playback = (type: string) =>
      ari.waitForEvent(type, (event) => event.type === type && event.playback?.id === 'listening', 30_000);
    const started = await playback('PlaybackStarted');
    const finished = await playback('PlaybackFinished');

    expect(finished.playback?.state).toBe('done');
    const playedMs = Date.parse(finished.timestamp) - Date.parse(started.timestamp);
    // A packet is 20 ms; the last one of each file may be short.
    expect(playedMs).toBeGreaterThan(part.durationMs - 25 * segments.length);
  });
});
