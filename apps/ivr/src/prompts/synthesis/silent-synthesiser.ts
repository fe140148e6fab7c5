import { type SpokenLanguage, isChinese } from '@switchyard/domain';
import { type Slin, silence } from '../audio/slin';
import type { SpeechSynthesiser } from './speech-synthesiser.port';

const CHARACTER_MS = 210;
const LETTER_MS = 65;
const SHORTEST_MS = 150;

/** Silence as long as the words would take: for the simulator, and for machines that cannot speak. */
export class SilentSynthesiser implements SpeechSynthesiser {
  async prepare(): Promise<void> {}

  identity(): string {
    return 'silence 1';
  }

  async synthesise(text: string, _language: SpokenLanguage): Promise<Slin> {
    const letters = Array.from(text).filter((character) => /\p{L}/u.test(character));
    const spokenMs = letters.reduce((sum, letter) => sum + (isChinese(letter) ? CHARACTER_MS : LETTER_MS), 0);
    return silence(Math.max(SHORTEST_MS, spokenMs));
  }
}
