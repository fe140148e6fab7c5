import type { Lab } from '@switchyard/testing';
import { laySound } from '../bench/lay-sound';

/** Seconds of the two prompts of the measured menu: what is offered, and what the key is answered with. */
export const MENU_SECONDS = 0.5;
export const ANSWER_SECONDS = 1;
/** Milliseconds after the answer of the call at which its caller presses the key: in the silence after the menu. */
export const KEY_AFTER_MS = 1_500;
const KEY_MS = 100;

/** Seconds that a whole call takes. */
export const CALL_SECONDS = (KEY_AFTER_MS + KEY_MS) / 1000 + ANSWER_SECONDS;

export type MenuSound = 'bench-menu' | 'bench-answer';

/** As `Playback` and `sound:` name it. */
export function soundInside({ inside }: Lab['prompts'], sound: MenuSound): string {
  return `${inside}/${sound}`;
}

export function layMenuSounds(prompts: Lab['prompts']): void {
  laySound(prompts, 'bench-menu', MENU_SECONDS);
  laySound(prompts, 'bench-answer', ANSWER_SECONDS);
}
