import type { Lab } from '@switchyard/testing';
import { laySound } from '../bench/lay-sound';

/** Seconds of sound on a call. */
export const PROMPT_SECONDS = 3;
const NAME = 'bench-prompt';

/** The baselines' prompt, where Asterisk finds it; as `Playback` and `sound:` name it. */
export function promptInside({ inside }: Lab['prompts']): string {
  return `${inside}/${NAME}`;
}

export function layPrompt(prompts: Lab['prompts']): void {
  laySound(prompts, NAME, PROMPT_SECONDS);
}

/** Dialplan of the AMI baseline: what ARI does by requests, Asterisk does by itself. */
export const BASELINE_DIALPLAN = [
  '[bench]',
  'exten => s,1,Answer()',
  ' same => n,Playback(${PROMPT})',
  ' same => n,Hangup()',
  '',
].join('\n');
