import {
  type DialogueEffect,
  type DialogueEvent,
  type DialoguePhase,
  type DialogueStep,
  heardMsAt,
  type NoticeDialogue,
  type DialoguePart,
  type Wish,
} from './notice-dialogue';

const WISHES: Readonly<Record<string, { readonly wish: Wish; readonly words: DialoguePart }>> = {
  '1': { wish: 'confirmed', words: 'thanks' },
  '3': { wish: 'call-later', words: 'later' },
  '0': { wish: 'human-requested', words: 'human' },
  '9': { wish: 'opted-out', words: 'opted-out' },
};

/** How long after a playback broke off the news of the customer's hang-up may take. */
const BROKEN_WAIT_MS = 1000;

/**
 * The dialogue of a notice call (T2.6): the notice, then keys 1 confirm, 2 again, 3 call me later, 0 human,
 * 9 do not call me for this. Keys work at any moment after the answer (key-ahead). Without a key the menu is
 * said once more, then the closing words. Total: every event is accepted in every state, stale and
 * wrong ones change nothing but the list of keys.
 *
 * Decisions: a wish pressed while the last words play is heard too (each once), except 3 after another
 * wish and 2 after any; 2 beyond the repeats is a wrong key; a playback that fails or never ends hangs up
 * (nothing more could be said); wishes that arrive during our hang-up are recorded without words.
 *
 * A returned call (T1.8) does not close: it goes on in the menus, and 0 leads to a human at once.
 */
export function advanceNoticeDialogue(state: NoticeDialogue, event: DialogueEvent): DialogueStep {
  if (state.phase === 'over') return unchanged(state);
  switch (event.type) {
    case 'answered':
      return state.phase === 'not-answered'
        ? play({ ...state, phase: 'notice', answeredAt: event.at }, ['notice'], event.at)
        : unchanged(state);
    case 'playback-started':
      return isCurrent(state, event)
        ? unchanged({ ...state, startedAt: state.startedAt ?? event.at })
        : unchanged(state);
    case 'playback-ended':
      return isCurrent(state, event) ? onPlaybackEnded(state, event) : unchanged(state);
    case 'key':
      return onKey(state, event.key, event.at);
    case 'hang-up':
      return unchanged(onHangUp(state, event.at));
    case 'time-out':
      return event.step === state.step ? onTimeOut(state, event.at) : unchanged(state);
  }
}

function onPlaybackEnded(
  state: NoticeDialogue,
  event: { readonly at: number; readonly completed: boolean },
): DialogueStep {
  // A playback that completed was heard, even if the message of its start was lost.
  const startedAt = state.startedAt ?? (event.completed ? state.orderedAt : undefined);
  const silent = silence({ ...state, startedAt }, event.at);
  if (!event.completed) return wait({ ...silent, phase: 'broken' }, BROKEN_WAIT_MS);
  return state.phase === 'ending' ? hangUp(silent) : wait(silent, state.rules.keyWaitMs);
}

function onKey(state: NoticeDialogue, key: string, at: number): DialogueStep {
  if (state.phase === 'not-answered') return unchanged(state);
  const pressed = { ...state, keys: [...state.keys, key] };
  if (key === '2') return onAgain(pressed, at);
  const meaning = WISHES[key];
  const earlier = state.keys.some((other) => other in WISHES);
  if (!meaning || state.keys.includes(key) || (key === '3' && earlier)) return unchanged(pressed);
  const record: DialogueEffect = { type: 'record', wish: meaning.wish, at };
  if (state.phase === 'hanging-up') return { state: pressed, effects: [record] };
  if (!state.returned) return prepend([record], say(pressed, 'ending', [meaning.words, 'closing'], at));
  if (key !== '0') return prepend([record], say(pressed, 'ending', [meaning.words], at));
  return prepend([record, ...stopping(state)], goOn(silence(pressed, at), true));
}

function onAgain(state: NoticeDialogue, at: number): DialogueStep {
  const decided = state.keys.some((key) => key in WISHES);
  if (decided || state.phase === 'hanging-up' || state.repeats >= state.rules.maxRepeats) {
    return unchanged(state);
  }
  return say({ ...state, repeats: state.repeats + 1 }, 'notice', ['notice'], at);
}

function onTimeOut(state: NoticeDialogue, at: number): DialogueStep {
  if (state.phase === 'hanging-up') {
    return { state: { ...state, phase: 'over', endedAt: at }, effects: [{ type: 'give-up' }] };
  }
  const awaitsKey = !state.playing && (state.phase === 'notice' || state.phase === 'menu');
  if (!awaitsKey) return hangUp(silence(state, at));
  if (state.menuPlayed && state.returned) return goOn(state, false);
  return state.menuPlayed
    ? say(state, 'ending', ['closing'], at)
    : say({ ...state, menuPlayed: true }, 'menu', ['menu'], at);
}

function onHangUp(state: NoticeDialogue, at: number): NoticeDialogue {
  const hungUpBy = state.phase === 'hanging-up' ? 'us' : 'customer';
  return { ...silence(state, at), phase: 'over', endedAt: at, hungUpBy };
}

/** Stops what plays, and plays something else. */
function say(
  state: NoticeDialogue,
  phase: DialoguePhase,
  parts: readonly DialoguePart[],
  at: number,
): DialogueStep {
  return prepend(stopping(state), play({ ...silence(state, at), phase }, parts, at));
}

function play(state: NoticeDialogue, parts: readonly DialoguePart[], at: number): DialogueStep {
  const step = state.step + 1;
  return {
    state: { ...state, step, playing: true, startedAt: undefined, orderedAt: at },
    effects: [
      { type: 'play', step, parts },
      { type: 'start-timer', step, ms: state.rules.maxPlaybackMs },
    ],
  };
}

function wait(state: NoticeDialogue, ms: number): DialogueStep {
  const step = state.step + 1;
  return { state: { ...state, step }, effects: [{ type: 'start-timer', step, ms }] };
}

function stopping({ playing, step }: NoticeDialogue): DialogueEffect[] {
  return playing ? [{ type: 'stop-playback', step }] : [];
}

function goOn(state: NoticeDialogue, human: boolean): DialogueStep {
  return { state: { ...state, phase: 'over', hungUpBy: 'us' }, effects: [{ type: 'go-on', human }] };
}

function hangUp(state: NoticeDialogue): DialogueStep {
  if (state.returned) return goOn(state, false);
  return prepend([{ type: 'hang-up' }], wait({ ...state, phase: 'hanging-up' }, state.rules.hangUpWaitMs));
}

/** Nothing plays any more; a hearing that ran is added up. */
function silence(state: NoticeDialogue, at: number): NoticeDialogue {
  const heardMs = heardMsAt(state, at);
  return { ...state, heardMs, playing: false, startedAt: undefined, orderedAt: undefined };
}

function isCurrent(state: NoticeDialogue, event: { readonly step: number }): boolean {
  return state.playing && event.step === state.step;
}

function prepend(effects: readonly DialogueEffect[], step: DialogueStep): DialogueStep {
  return { state: step.state, effects: [...effects, ...step.effects] };
}

function unchanged(state: NoticeDialogue): DialogueStep {
  return { state, effects: [] };
}
