import type { DialoguePart } from '@switchyard/domain';

/** One thing that can be played on a call. */
export interface SpokenPart {
  readonly media: readonly string[];
  readonly durationMs: number;
  readonly text: string;
  readonly hash: string;
}

/** A call's words, ready to be played. Times in milliseconds from the notice's first word. */
export interface SpokenNotice {
  readonly parts: Readonly<Record<DialoguePart, SpokenPart>>;
  readonly essentialMs: number;
  /** Per contact of the call, in their order: a merged call can tell the first and lose the second. */
  readonly essentialMsByContact: readonly number[];
}

const SILENCE: SpokenPart = { media: [], durationMs: 0, text: '', hash: '' };

/** For a call that told nothing, and of which nothing counts as heard. */
export const NOTHING_SPOKEN: SpokenNotice = {
  parts: {
    notice: SILENCE,
    menu: SILENCE,
    thanks: SILENCE,
    later: SILENCE,
    human: SILENCE,
    'opted-out': SILENCE,
    closing: SILENCE,
  },
  essentialMs: Number.POSITIVE_INFINITY,
  essentialMsByContact: [],
};
