import type { NoticeScript, ScriptPart, Segment, SpokenLanguage } from '@switchyard/domain';
import { SCRIPT_PARTS } from '@switchyard/domain';
import { PromptLibrary, type RenderedPart, type RenderedScript } from '../src/prompts';

/** Prompts without sound: every segment plays for so many milliseconds, and its text is its media. */
export class SilentPrompts extends PromptLibrary {
  constructor(readonly segmentMs: number) {
    super();
  }

  async render(
    segments: readonly Segment[],
    _language: SpokenLanguage,
    essential = segments.length,
  ): Promise<RenderedPart> {
    return {
      media: segments.map((segment) => `sound:${segment}`),
      segmentMs: segments.map(() => this.segmentMs),
      durationMs: segments.length * this.segmentMs,
      essentialMs: essential * this.segmentMs,
      text: segments.join(''),
      hash: `hash of ${segments.length}`,
    };
  }

  async renderScript(script: NoticeScript): Promise<RenderedScript> {
    const parts = await Promise.all(
      SCRIPT_PARTS.map(
        async (part) => [part, await this.render(script.parts[part], script.language)] as const,
      ),
    );
    return {
      script,
      parts: Object.fromEntries(parts) as Record<ScriptPart, RenderedPart>,
      essentialMs: script.essentialSegments * this.segmentMs,
      essentialMsByNotice: script.essentialSegmentsByNotice.map((count) => count * this.segmentMs),
    };
  }

  async warm(): Promise<{ made: number; alreadyThere: number; failed: number }> {
    return { made: 0, alreadyThere: 0, failed: 0 };
  }
}
