import type { ScriptPart, NoticeScript, Segment, SpokenLanguage } from '@switchyard/domain';

/** A list of segments as the PBX can play it, with the evidence of what it says (T5.3). */
export interface RenderedPart {
  /** Media URIs, one per segment and in its order, as the PBX sees them: `sound:/folder/file` without extension. */
  readonly media: readonly string[];
  /** Each segment's length in milliseconds, in the same order. */
  readonly segmentMs: readonly number[];
  readonly durationMs: number;
  /** Milliseconds from the part's start until its essential segments have been played. */
  readonly essentialMs: number;
  /** The exact text spoken. */
  readonly text: string;
  /** SHA-256 (hex) over the segments' audio hashes. */
  readonly hash: string;
}

export interface RenderedScript {
  readonly script: NoticeScript;
  readonly parts: Readonly<Record<ScriptPart, RenderedPart>>;
  /** Milliseconds of opening + body, from the first, after which every notice counts as heard (T2.6). */
  readonly essentialMs: number;
  /** The same for each notice of a merged call, in the script's order. */
  readonly essentialMsByNotice: readonly number[];
}

/** Turns words into files that the PBX plays (T5.2). Injection token and interface in one. */
export abstract class PromptLibrary {
  /**
   * Makes what is missing and names the files. `essentialSegments` is how many of them count as essential,
   * all by default.
   * @throws SpeechFailed when a segment could be neither found nor made in time.
   */
  abstract render(
    segments: readonly Segment[],
    language: SpokenLanguage,
    essentialSegments?: number,
  ): Promise<RenderedPart>;

  /** Renders every part of a call. */
  abstract renderScript(script: NoticeScript): Promise<RenderedScript>;

  /**
   * Makes what is missing for a whole batch before it starts, each distinct segment once, without holding up
   * calls. A segment that cannot be made is logged, counted and does not stop the rest.
   */
  abstract warm(segments: Iterable<Segment>, language: SpokenLanguage): Promise<WarmReport>;
}

export interface WarmReport {
  readonly made: number;
  readonly alreadyThere: number;
  readonly failed: number;
}
