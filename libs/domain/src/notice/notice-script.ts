import type { Segment, SpokenLanguage } from '../speech/language';
import type { NoticeKind } from './notice';

/**
 * What a call can say. `opening` then `body` are the notice; `menu` offers the keys; one of `thanks` (1),
 * `later` (3), `human` (0), `opted-out` (9) answers a key; `closing` ends the call. Key 2 plays `body` again.
 */
export const SCRIPT_PARTS = [
  'opening',
  'body',
  'menu',
  'thanks',
  'later',
  'human',
  'opted-out',
  'closing',
] as const;
export type ScriptPart = (typeof SCRIPT_PARTS)[number];

/** One call's words (T2.6, T2.8): one notice, or several of one kind merged. */
export interface NoticeScript {
  readonly kind: NoticeKind;
  readonly language: SpokenLanguage;
  readonly templateVersion: number;
  readonly parts: Readonly<Record<ScriptPart, readonly Segment[]>>;
  /** Segments of opening + body, counted from the first, after which every notice counts as heard. */
  readonly essentialSegments: number;
  /** The same for each notice, in the order given: a merged call can tell the first and lose the second. */
  readonly essentialSegmentsByNotice: readonly number[];
}
