import type { PromptsConfig, SpeechProvider } from '../prompts.config';
import type { CommandRunner } from './command-runner';
import { EspeakSynthesiser } from './espeak-synthesiser';
import { HttpSynthesiser } from './http-synthesiser';
import { SilentSynthesiser } from './silent-synthesiser';
import { SoxConverter } from './sox-converter';
import type { SpeechSynthesiser } from './speech-synthesiser.port';

/** The synthesiser that the configuration names, and no other: what cannot speak fails at start. */
export function chooseSynthesiser(config: PromptsConfig, commands: CommandRunner): SpeechSynthesiser {
  const sox = new SoxConverter(commands);
  switch (config.speech as SpeechProvider) {
    case 'espeak':
      return new EspeakSynthesiser(commands, sox);
    case 'http':
      return new HttpSynthesiser(
        {
          url: config.speechUrl ?? '',
          voices: { 'zh-CN': config.speechVoiceZh, en: config.speechVoiceEn },
          version: config.speechVersion,
          timeoutMs: config.speechTimeoutMs,
        },
        sox,
      );
    case 'silent':
      return new SilentSynthesiser();
  }
}
