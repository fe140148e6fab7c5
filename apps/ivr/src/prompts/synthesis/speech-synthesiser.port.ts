import type { SpokenLanguage } from '@switchyard/domain';
import type { Slin } from '../audio/slin';

/** Makes speech (T5.2). Implementations: espeak-ng, an HTTP provider, and silence. */
export interface SpeechSynthesiser {
  /** Checks at start that it can speak every language. Rejects with what is missing and the remedy. */
  prepare(): Promise<void>;

  /** Who speaks how: name, version, voice, settings. Other audio for the same text means another identity. Known after `prepare`. */
  identity(language: SpokenLanguage): string;

  /** Speaks one segment. Bounded in time; rejects with what went wrong. */
  synthesise(text: string, language: SpokenLanguage): Promise<Slin>;
}

/** Turns a recording of any rate into 8 kHz mono. */
export interface AudioConverter {
  toSlin(wav: Uint8Array): Promise<Slin>;
}
