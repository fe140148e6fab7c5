import {
  type NoticeScript,
  SCRIPT_PARTS,
  type ScriptPart,
  type Segment,
  type SpokenLanguage,
  joinSegments,
} from '@switchyard/domain';
import { type Clock, type Logger, withTimeout } from '@switchyard/platform';
import { type AudioStore, type StoredAudio, sha256 } from './cache/audio-store.port';
import { LruMap } from './cache/lru-map';
import { PromptLibrary, type RenderedPart, type RenderedScript, type WarmReport } from './prompt-library';
import type { FoundAudio, SegmentAudio } from './segment-audio';
import { SpeechFailed } from './speech-failed';

export interface PromptLibraryOptions {
  /** The audio store's folder as the PBX sees it. */
  readonly folderOnPbx: string;
  /** How long a segment may take, waiting for a worker included. */
  readonly timeoutMs: number;
  /** How many segments a warm-up makes at once; fewer than the workers, so that calls are not held up. */
  readonly warmAtOnce: number;
}

interface KnownAudio extends StoredAudio {
  readonly checkedAt: number;
}

interface KnownPart {
  readonly part: RenderedPart;
  readonly language: SpokenLanguage;
  readonly essentialSegments: number;
  readonly checkedAt: number;
}

const KNOWN = 50_000;
/** After so long it is looked up again whether the file is still there. */
const RECHECK_MS = 600_000;

/** The library over an audio store: remembers what it has seen, and makes each segment once however many ask. */
export class CachingPromptLibrary extends PromptLibrary {
  private readonly known = new LruMap<string, KnownAudio>(KNOWN);
  /** Parts without a figure in them are the same list on every call. */
  private readonly parts = new WeakMap<readonly Segment[], KnownPart>();
  private readonly underWay = new Map<string, Promise<FoundAudio>>();

  constructor(
    private readonly source: SegmentAudio,
    private readonly store: AudioStore,
    private readonly options: PromptLibraryOptions,
    private readonly clock: Clock,
    private readonly logger: Pick<Logger, 'error'>,
  ) {
    super();
  }

  async render(
    segments: readonly Segment[],
    language: SpokenLanguage,
    essentialSegments = segments.length,
  ): Promise<RenderedPart> {
    return (
      this.rendered(segments, language, essentialSegments) ??
      (await this.renderAfresh(segments, language, essentialSegments))
    );
  }

  /** What can be had without waiting: a list that was rendered before, or one whose every segment is known. */
  private rendered(
    segments: readonly Segment[],
    language: SpokenLanguage,
    essentialSegments: number,
  ): RenderedPart | undefined {
    const known = this.parts.get(segments);
    if (
      known?.language === language &&
      known.essentialSegments === essentialSegments &&
      this.isFresh(known)
    ) {
      return known.part;
    }
    const checkedAt = this.clock.now().getTime();
    const pieces: StoredAudio[] = [];
    for (const segment of segments) {
      const piece = this.remembered(segment, language);
      if (!piece) return undefined;
      pieces.push(piece);
    }
    const part = this.join(segments, language, essentialSegments, pieces);
    this.parts.set(segments, { part, language, essentialSegments, checkedAt });
    return part;
  }

  private async renderAfresh(
    segments: readonly Segment[],
    language: SpokenLanguage,
    essentialSegments: number,
  ): Promise<RenderedPart> {
    const pieces = await Promise.all(
      segments.map(
        async (segment): Promise<StoredAudio> =>
          this.remembered(segment, language) ?? (await this.get(segment, language)).audio,
      ),
    );
    return this.join(segments, language, essentialSegments, pieces);
  }

  private join(
    segments: readonly Segment[],
    language: SpokenLanguage,
    essentialSegments: number,
    pieces: readonly StoredAudio[],
  ): RenderedPart {
    const segmentMs = pieces.map((piece) => piece.durationMs);
    return {
      media: pieces.map(({ name }) => `sound:${this.options.folderOnPbx}/${name}`),
      segmentMs,
      durationMs: sum(segmentMs),
      essentialMs: sum(segmentMs.slice(0, essentialSegments)),
      text: joinSegments(segments, language),
      hash: sha256(...pieces.map(({ hash }) => hash)),
    };
  }

  async renderScript(script: NoticeScript): Promise<RenderedScript> {
    const opening = script.parts.opening.length;
    const essentialIn = (part: ScriptPart, essential: number): number | undefined =>
      part === 'opening'
        ? Math.min(essential, opening)
        : part === 'body'
          ? Math.max(0, essential - opening)
          : undefined;
    const rendered = await Promise.all(
      SCRIPT_PARTS.map(async (part): Promise<[ScriptPart, RenderedPart]> => [
        part,
        await this.render(script.parts[part], script.language, essentialIn(part, script.essentialSegments)),
      ]),
    );
    const parts = Object.fromEntries(rendered) as Record<ScriptPart, RenderedPart>;
    const spoken = [...parts.opening.segmentMs, ...parts.body.segmentMs];
    return {
      script,
      parts,
      essentialMs: sum(spoken.slice(0, script.essentialSegments)),
      essentialMsByNotice: script.essentialSegmentsByNotice.map((count) => sum(spoken.slice(0, count))),
    };
  }

  async warm(segments: Iterable<Segment>, language: SpokenLanguage): Promise<WarmReport> {
    const queue = new Set(segments).values();
    const report = { made: 0, alreadyThere: 0, failed: 0 };
    const work = async () => {
      for (const segment of queue) {
        try {
          const known = this.remembered(segment, language);
          const { made } = known ? { made: false } : await this.get(segment, language);
          report[made ? 'made' : 'alreadyThere'] += 1;
        } catch (error) {
          report.failed += 1;
          this.logger.error('a segment could not be made ahead', { segment, err: error });
        }
      }
    };
    await Promise.all(Array.from({ length: this.options.warmAtOnce }, work));
    return report;
  }

  private remembered(segment: Segment, language: SpokenLanguage): KnownAudio | undefined {
    const known = this.known.get(slot(segment, language));
    return known && this.isFresh(known) ? known : undefined;
  }

  private isFresh({ checkedAt }: { readonly checkedAt: number }): boolean {
    return this.clock.now().getTime() - checkedAt < RECHECK_MS;
  }

  private async get(segment: Segment, language: SpokenLanguage): Promise<FoundAudio> {
    const id = slot(segment, language);
    const running = this.underWay.get(id);
    if (running) return this.inTime(running, segment);
    const fetched = this.fetch(segment, language, id).finally(() => this.underWay.delete(id));
    this.underWay.set(id, fetched);
    return this.inTime(fetched, segment);
  }

  private async fetch(segment: Segment, language: SpokenLanguage, id: string): Promise<FoundAudio> {
    const now = this.clock.now();
    const known = this.known.get(id);
    const found =
      known && (await this.store.touch(known.key, now))
        ? { audio: known, made: false }
        : await this.source.get(segment, language);
    if (!known && !found.made) await this.store.touch(found.audio.key, now);
    this.known.set(id, { ...found.audio, checkedAt: now.getTime() });
    return found;
  }

  private async inTime(work: Promise<FoundAudio>, segment: Segment): Promise<FoundAudio> {
    try {
      return await withTimeout(work, this.options.timeoutMs, 'making speech');
    } catch (error) {
      throw error instanceof SpeechFailed ? error : new SpeechFailed(segment, error);
    }
  }
}

const slot = (segment: Segment, language: SpokenLanguage): string => `${language} ${segment}`;
const sum = (milliseconds: readonly number[]): number => milliseconds.reduce((total, one) => total + one, 0);
