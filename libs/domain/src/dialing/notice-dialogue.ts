/** What can be played. `notice` is opening, body and menu of keys as one list. */
export type DialoguePart = 'notice' | 'menu' | 'thanks' | 'later' | 'human' | 'opted-out' | 'closing';

export interface DialogueRules {
  /** How often key 2 plays the notice again, 0 to 9. */
  readonly maxRepeats: number;
  /** Silence after the notice and after the menu before the dialogue goes on, milliseconds. */
  readonly keyWaitMs: number;
  /** No playback lasts longer; one that does is broken, milliseconds. */
  readonly maxPlaybackMs: number;
  /** How long the PBX may take to end the call after our hang-up, milliseconds. */
  readonly hangUpWaitMs: number;
}

/**
 * `ending` speaks its last words; `broken` waits a moment after a playback that broke off, because a
 * customer's hang-up breaks it off too and is told a little later; `hanging-up` waits for the PBX to end
 * the call; `over` ignores everything.
 */
export type DialoguePhase = 'not-answered' | 'notice' | 'menu' | 'ending' | 'broken' | 'hanging-up' | 'over';

/** One call on the line. Plain data: it can be stored and read back. All times are milliseconds since the epoch. */
export interface NoticeDialogue {
  readonly rules: DialogueRules;
  /** The customer called back (T1.8): afterwards the call goes on in the menus instead of being hung up. */
  readonly returned: boolean;
  readonly phase: DialoguePhase;
  /** Number of the current playback or wait; events and time-outs of an earlier one are stale. */
  readonly step: number;
  readonly playing: boolean;
  /** When the current playback was heard to begin; its order does not count. */
  readonly startedAt?: number;
  /** When the current playback was ordered. */
  readonly orderedAt?: number;
  readonly repeats: number;
  readonly menuPlayed: boolean;
  /** Longest single hearing of the notice, finished ones only; see `heardMsAt`. */
  readonly heardMs: number;
  /** Every key after the answer, in order, wrong ones as well. */
  readonly keys: readonly string[];
  readonly answeredAt?: number;
  readonly endedAt?: number;
  readonly hungUpBy: 'customer' | 'us' | 'unknown';
}

/** `step` of playback events and time-outs is that of the effect which caused them. */
export type DialogueEvent =
  | { readonly type: 'answered'; readonly at: number }
  | { readonly type: 'playback-started'; readonly step: number; readonly at: number }
  /** `completed` is false when it was stopped or failed. */
  | {
      readonly type: 'playback-ended';
      readonly step: number;
      readonly at: number;
      readonly completed: boolean;
    }
  | { readonly type: 'key'; readonly key: string; readonly at: number }
  /** The call has ended, whoever ended it. */
  | { readonly type: 'hang-up'; readonly at: number }
  | { readonly type: 'time-out'; readonly step: number; readonly at: number };

export type Wish = 'confirmed' | 'call-later' | 'human-requested' | 'opted-out';

export type DialogueEffect =
  /** Play the parts one after another as one playback; give its events this step. */
  | { readonly type: 'play'; readonly step: number; readonly parts: readonly DialoguePart[] }
  | { readonly type: 'stop-playback'; readonly step: number }
  /** Send `time-out` with this step after `ms`. A newer timer replaces the running one. */
  | { readonly type: 'start-timer'; readonly step: number; readonly ms: number }
  | { readonly type: 'hang-up' }
  /** Of a returned call: what comes next is the menus' matter; `human` when the customer asked for one. The last effect. */
  | { readonly type: 'go-on'; readonly human: boolean }
  /** Each wish at most once per call. */
  | { readonly type: 'record'; readonly wish: Wish; readonly at: number }
  /** The PBX did not end the call in time: settle it by looking it up (T3.2). */
  | { readonly type: 'give-up' };

export interface DialogueStep {
  readonly state: NoticeDialogue;
  readonly effects: readonly DialogueEffect[];
}

/** A dialogue for a call that is placed, or for a returned call (T1.8), before its answer. */
export function newNoticeDialogue(rules: DialogueRules, returned = false): NoticeDialogue {
  return {
    rules,
    returned,
    phase: 'not-answered',
    step: 0,
    playing: false,
    repeats: 0,
    menuPlayed: false,
    heardMs: 0,
    keys: [],
    hungUpBy: 'unknown',
  };
}

/** Longest single hearing of the notice up to `at`, milliseconds, a running one included. */
export function heardMsAt(state: NoticeDialogue, at: number): number {
  if (state.phase !== 'notice' || !state.playing || state.startedAt === undefined) return state.heardMs;
  return Math.max(state.heardMs, at - state.startedAt);
}

/** The facts that the outcome table needs from the line. */
export function dialogueFacts(state: NoticeDialogue): {
  answered: boolean;
  heardMs: number;
  keys: readonly string[];
  hungUpBy: 'customer' | 'us' | 'unknown';
} {
  const { answeredAt, heardMs, keys, hungUpBy } = state;
  return { answered: answeredAt !== undefined, heardMs, keys, hungUpBy };
}
