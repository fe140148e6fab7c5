import { type Segment, type SpokenLanguage, isChinese, isPause } from '@switchyard/domain';
import { type Slin, concatenate, peak, silence, trimSilence } from './audio/slin';
import { type AudioStore, type StoredAudio, sha256 } from './cache/audio-store.port';
import type { RecordedClips } from './clips/recorded-clips';
import { SpeechFailed } from './speech-failed';
import type { Bounded } from './synthesis/bounded';
import type { AudioConverter, SpeechSynthesiser } from './synthesis/speech-synthesiser.port';

/** Raised when what is done to speech after its making changes. */
const PROCESSING = 'trimmed 1';

/** Breath after a mark, in milliseconds. */
const PAUSES: Readonly<Record<string, number>> = { '，': 160, ',': 160, '、': 100 };
const SENTENCE_PAUSE_MS = 320;
const LAST_MARK = /[，。、；：！？,.;:!?]$/u;

export interface SegmentAudioParts {
  readonly synthesiser: SpeechSynthesiser;
  readonly clips: Pick<RecordedClips, 'find'>;
  readonly converter: AudioConverter;
  readonly store: AudioStore;
  /** How many segments are made at once. */
  readonly workers: Bounded;
}

export interface FoundAudio {
  readonly audio: StoredAudio;
  /** Whether it was made just now. */
  readonly made: boolean;
}

/** Finds or makes one segment's audio: the recorded clip, else what was made before, else speech made now. */
export class SegmentAudio {
  constructor(private readonly parts: SegmentAudioParts) {}

  /** @throws SpeechFailed */
  async get(segment: Segment, language: SpokenLanguage): Promise<FoundAudio> {
    try {
      return await this.findOrMake(segment, voiceFor(segment, language));
    } catch (cause) {
      throw new SpeechFailed(segment, cause);
    }
  }

  private async findOrMake(segment: Segment, language: SpokenLanguage): Promise<FoundAudio> {
    const { clips, synthesiser, converter } = this.parts;
    if (isPause(segment)) {
      const pauseMs = pauseAfter(segment);
      return this.stored(`pause ${pauseMs}`, async () => silence(pauseMs));
    }
    const recording = await clips.find(segment, language);
    if (recording) return this.stored(`clip ${sha256(recording)}`, () => converter.toSlin(recording));
    return this.stored(`${synthesiser.identity(language)}, ${PROCESSING}: ${segment}`, async () =>
      withPause(await synthesiser.synthesise(segment, language), segment),
    );
  }

  private async stored(content: string, make: () => Promise<Slin>): Promise<FoundAudio> {
    const key = sha256(content);
    const audio = await this.parts.store.find(key);
    if (audio) return { audio, made: false };
    const slin = await this.parts.workers.run(make);
    return { audio: await this.parts.store.put(key, slin), made: true };
  }
}

const ENGLISH_WORD = /[A-Za-z]{2}/;

/**
 * Chinese words inside English are spoken by the Chinese voice, English ones inside Chinese by the English; letters of a
 * code by the voice around them.
 */
function voiceFor(segment: Segment, language: SpokenLanguage): SpokenLanguage {
  if (isChinese(segment)) return 'zh-CN';
  return ENGLISH_WORD.test(segment) ? 'en' : language;
}

function pauseAfter(text: string): number {
  const mark = LAST_MARK.exec(text)?.[0];
  return mark === undefined ? 0 : (PAUSES[mark] ?? SENTENCE_PAUSE_MS);
}

/** Words follow each other closely, sentences take a breath. A silent synthesiser's silence is left as long as it is. */
function withPause(speech: Slin, text: string): Slin {
  const words = peak(speech) === 0 ? speech : trimSilence(speech);
  return concatenate(words, silence(pauseAfter(text)));
}
