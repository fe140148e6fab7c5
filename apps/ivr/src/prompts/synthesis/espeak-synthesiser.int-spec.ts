import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { composeNotice, noticeTemplate, speakMoney } from '@switchyard/domain';
import { FixedClock, Logger, loadConfig } from '@switchyard/platform';
import { describeWithLabRoot } from '@switchyard/testing';
import { durationMs, peak, trimSilence } from '../audio/slin';
import { sha256 } from '../cache/audio-store.port';
import { openPromptLibrary } from '../open-prompt-library';
import { PromptsConfig } from '../prompts.config';
import { CommandRunner } from './command-runner';
import { EspeakSynthesiser } from './espeak-synthesiser';
import { SoxConverter } from './sox-converter';

describeWithLabRoot('espeak-ng and sox', (host) => {
  const commands = new CommandRunner({ prefix: host.command });
  const espeak = new EspeakSynthesiser(commands, new SoxConverter(commands));
  const millisecondsOf = async (text: string) =>
    durationMs(trimSilence(await espeak.synthesise(text, 'zh-CN')).length);

  beforeAll(() => espeak.prepare());

  it('tell their versions, which are part of the audio’s key', () => {
    expect(espeak.identity('zh-CN')).toMatch(/eSpeak NG.* \d+\.\d+.*SoX.*voice cmn/i);
    expect(espeak.identity('en')).not.toBe(espeak.identity('zh-CN'));
  });

  it('speak every Chinese numeral: loud enough, unlike any other, and not clipped', async () => {
    const numerals = Array.from('零一二三四五六七八九十百千万亿点两幺元角分');
    const spoken = await Promise.all(numerals.map((numeral) => espeak.synthesise(numeral, 'zh-CN')));
    expect(new Set(spoken.map((slin) => sha256(new Uint8Array(slin.buffer)))).size).toBe(numerals.length);
    for (const [index, slin] of spoken.entries()) {
      const loudest = peak(slin);
      expect([numerals[index], loudest > 3_000, loudest < 32_767]).toEqual([numerals[index], true, true]);
      const milliseconds = durationMs(trimSilence(slin).length);
      expect([numerals[index], milliseconds > 80, milliseconds < 700]).toEqual([numerals[index], true, true]);
    }
  });

  it('speak at the rate that telephony expects: a longer text takes longer, at a human pace', async () => {
    const text = '应交电费一万零五十元三角';
    const milliseconds = await millisecondsOf(text);
    expect(milliseconds / text.length).toBeGreaterThan(110);
    expect(milliseconds / text.length).toBeLessThan(400);
    expect(await millisecondsOf('应交')).toBeLessThan(milliseconds / 3);
  });

  it('say the same twice with the same bytes', async () => {
    const [once, twice] = [
      await espeak.synthesise('您好！', 'zh-CN'),
      await espeak.synthesise('您好！', 'zh-CN'),
    ];
    expect([...twice]).toEqual([...once]);
  });

  it('are not misled by what looks like an option, a phoneme or a command', async () => {
    for (const text of ['--version', '[[aI]] 好', '$(reboot)好', '<break/>好'])
      expect(peak(await espeak.synthesise(text, 'zh-CN'))).toBeGreaterThan(1_000);
  });

  describe('in the library', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'speech-'));
    });
    afterEach(() => rm(folder, { recursive: true }));

    const open = () =>
      openPromptLibrary(loadConfig(PromptsConfig, { IVR_PROMPTS_DIR: folder }), {
        clock: new FixedClock(),
        logger: Logger.silent(),
        commands,
      });

    it('make a whole bill notice that takes as long as one would expect', async () => {
      const script = composeNotice(
        noticeTemplate('bill-notice', 'zh-CN'),
        [
          {
            kind: 'bill-notice',
            accountNo: '330012345678',
            balanceFen: 1_005_030,
            readingDate: '2026-02-28',
            registerValue: 12_345.6,
            energyKwh: 12,
            amountFen: 1_003_030,
            previousBalanceFen: 2_000,
            payableFen: 1_005_030,
          },
        ],
        { unit: '城关' },
      );
      const { parts, essentialMs } = await (await open()).renderScript(script);
      expect(essentialMs).toBe(parts.opening.durationMs + parts.body.durationMs);
      expect(essentialMs).toBeGreaterThan(15_000);
      expect(essentialMs).toBeLessThan(60_000);
      for (const media of parts.body.media) {
        const file = media.replace('sound:', '');
        const [ulaw, alaw] = await Promise.all([readFile(`${file}.ulaw`), readFile(`${file}.alaw`)]);
        expect(alaw).toHaveLength(ulaw.length);
      }
    });

    it('make segments that another process has then nothing to make of', async () => {
      const segments = speakMoney(1_005_030, 'zh-CN');
      expect(await (await open()).warm(segments, 'zh-CN')).toEqual({ made: 6, alreadyThere: 0, failed: 0 });
      expect(await (await open()).warm(segments, 'zh-CN')).toEqual({ made: 0, alreadyThere: 6, failed: 0 });
    });
  });
});
