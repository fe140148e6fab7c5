import type { SpokenLanguage } from '@switchyard/domain';
import type { Slin } from '../audio/slin';
import type { AudioConverter, SpeechSynthesiser } from './speech-synthesiser.port';

export interface HttpSynthesiserOptions {
  readonly url: string;
  /** Sent with every request; one for each language, empty for the provider's own choice. */
  readonly voices: Readonly<Record<SpokenLanguage, string>>;
  /** Raised by hand when the provider's voices have changed; audio made before is then made anew. */
  readonly version: string;
  readonly timeoutMs: number;
}

const MAX_BYTES = 16 << 20;
const RIFF = Buffer.from('RIFF');

/** A speech provider: POST `{ text, language, voice }`, the answer is a WAV of any rate. */
export class HttpSynthesiser implements SpeechSynthesiser {
  constructor(
    private readonly options: HttpSynthesiserOptions,
    private readonly converter: AudioConverter,
  ) {}

  /** A provider that is away now may be back at the first call: it is not asked at start. */
  async prepare(): Promise<void> {}

  identity(language: SpokenLanguage): string {
    const { url, voices, version } = this.options;
    return `http ${url}, voice ${voices[language]}, version ${version}`;
  }

  async synthesise(text: string, language: SpokenLanguage): Promise<Slin> {
    const { url, voices, timeoutMs } = this.options;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'audio/wav' },
      body: JSON.stringify({ text, language, voice: voices[language] }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`the speech provider answered ${response.status}`);
    }
    return this.converter.toSlin(await readWav(response));
  }
}

async function readWav(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error(`the speech provider sent more than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  const wav = Buffer.concat(chunks);
  if (!wav.subarray(0, 4).equals(RIFF)) throw new Error('the speech provider sent something that is no WAV');
  return wav;
}
