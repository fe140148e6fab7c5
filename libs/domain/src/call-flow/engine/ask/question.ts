import type { FlowText } from '../../text/flow-text';
import type { Onward, Turn } from '../turn';

/** What ended an entry: `#`, its length, or a pause. */
export type EntryEnd = 'hash' | 'length' | 'pause';

/** What an entry led to. `stage` asks the node's next question; keys typed ahead are lost unless `keepAhead`. */
export type Verdict =
  | { readonly is: 'wrong' }
  | { readonly is: 'right'; readonly onward: Onward }
  | { readonly is: 'stage'; readonly stage: string; readonly keepAhead: boolean };

/** Something that waits for keys. */
export interface Question {
  readonly prompt: readonly FlowText[];
  readonly maxDigits: number;
  /** Whether an entry is complete before it has all its digits. */
  readonly isComplete?: (entry: string) => boolean;
  /** Whether `0` alone asks for a human. */
  readonly human: boolean;
  /** Where `*` leads instead of the prompt. */
  readonly repeat?: string;
  readonly tries: number;
  readonly keyWaitMs: number;
  /** After the last try. */
  readonly strikeOut: () => Verdict;
  readonly accept: (entry: string, end: EntryEnd) => Verdict;
}

export const WRONG: Verdict = { is: 'wrong' };
export const right = (onward: Onward): Verdict => ({ is: 'right', onward });
export const stage = (name: string, keepAhead = false): Verdict => ({ is: 'stage', stage: name, keepAhead });

/** Answers whether there is a question now, and which. */
export type AsksQuestion = (turn: Turn) => Question | undefined;
