import type { FlowState } from '../engine/flow-state';
import type { SimulatedMove } from './simulated-world';

const THINKING_MS = 300;
const TYPING_MS = 100;

/**
 * A caller who hears every prompt out: each word of the script answers one prompt, key by key; `-` lets a prompt
 * pass without a key, `!` hangs up. When the script is over the caller stays silent.
 */
export function scriptedCaller(script: string): (state: FlowState) => SimulatedMove | undefined {
  const answers = script.split(' ').filter((answer) => answer !== '');
  let rest = '';
  let passed = -1;
  return (state) => {
    if (rest !== '') return press(TYPING_MS);
    const asked = state.waits === 'keys' || state.waits === 'recording';
    if (!asked || state.step === passed) return undefined;
    const answer = answers.shift();
    passed = state.step;
    if (answer === undefined || answer === '-') return undefined;
    if (answer === '!') return { hangUpAfterMs: THINKING_MS * 20 };
    rest = answer;
    return press(state.waits === 'recording' ? THINKING_MS * 20 : THINKING_MS);
  };
  function press(afterMs: number): SimulatedMove {
    const key = rest.charAt(0);
    rest = rest.slice(1);
    return { afterMs, key };
  }
}

/** A caller who knows the menus and types everything at once, after so many milliseconds. */
export function hastyCaller(keys: string, afterMs = 600): () => SimulatedMove | undefined {
  let typed = 0;
  return () => {
    const key = keys.charAt(typed);
    typed += 1;
    return key === '' ? undefined : { afterMs: typed === 1 ? afterMs : TYPING_MS, key };
  };
}

/** A caller without sense: random keys at random moments, silence, and at last a hang-up, or none. */
export function garbledCaller(random: () => number, patience = 60): () => SimulatedMove | undefined {
  let moves = Math.floor(random() * patience);
  return () => {
    moves -= 1;
    if (moves < 0) return random() < 0.5 ? { hangUpAfterMs: random() * 30_000 } : undefined;
    const key = '0123456789*#12345'.charAt(Math.floor(random() * 17));
    return { afterMs: random() * (random() < 0.2 ? 20_000 : 3_000), key };
  };
}
