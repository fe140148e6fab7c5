import type { DialoguePart } from '@switchyard/domain';

/** One thing that can be played on a call. */
export interface SpokenPart {
  readonly media: readonly string[];
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
