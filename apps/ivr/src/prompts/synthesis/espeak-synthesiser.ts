import { SPOKEN_LANGUAGES, type SpokenLanguage } from '@switchyard/domain';
import { type Slin, peak } from '../audio/slin';
import type { CommandRunner } from './command-runner';
import type { SoxConverter } from './sox-converter';
import type { SpeechSynthesiser } from './speech-synthesiser.port';

interface Voice {
  readonly name: string;
  /** Words a minute. */
  readonly speed: number;
  readonly sample: string;
}

const VOICES: Readonly<Record<SpokenLanguage, Voice>> = {
  'zh-CN': { name: 'cmn', speed: 165, sample: '一' },
  en: { name: 'en', speed: 150, sample: 'one' },
};
/** Percent; at the default of 100 loud vowels are clipped. */
const AMPLITUDE = 70;

/** espeak-ng, the offline default (T5.2); it speaks at 22,050 Hz, and sox brings that to 8 kHz. */
export class EspeakSynthesiser implements SpeechSynthesiser {
  private version = 'unknown';

  constructor(
    private readonly commands: CommandRunner,
    private readonly sox: SoxConverter,
  ) {}

  async prepare(): Promise<void> {
    try {
      const espeak = (await this.commands.run('espeak-ng', ['--version'])).toString();
      // Where its data lie says nothing about how it sounds.
      this.version = `${espeak.split(/\s+Data at/)[0]?.trim()} + ${await this.sox.version()}`;
      for (const language of SPOKEN_LANGUAGES) await this.tryVoice(language);
    } catch (cause) {
      throw new Error(
        `espeak-ng cannot speak here: ${(cause as Error).message}. Install espeak-ng and sox, name where they are ` +
          `with IVR_SPEECH_COMMAND_PREFIX, or set IVR_SPEECH to http or silent`,
        { cause },
      );
    }
  }

  identity(language: SpokenLanguage): string {
    const { name, speed } = VOICES[language];
    return `${this.version}, voice ${name}, ${speed} words a minute, amplitude ${AMPLITUDE}`;
  }

  async synthesise(text: string, language: SpokenLanguage): Promise<Slin> {
    const { name, speed } = VOICES[language];
    const args = ['-v', name, '-s', String(speed), '-a', String(AMPLITUDE)];
    // Double brackets would be read as phonemes.
    const input = Buffer.from(text.replace(/[[\]]/g, ' '));
    const wav = await this.commands.run(
      'espeak-ng',
      [...args, '-b', '1', '-z', '--stdin', '--stdout'],
      input,
    );
    return this.sox.toSlin(wav);
  }

  private async tryVoice(language: SpokenLanguage): Promise<void> {
    const { name, sample } = VOICES[language];
    if (peak(await this.synthesise(sample, language)) === 0)
      throw new Error(`voice ${name} is missing or says nothing`);
  }
}
