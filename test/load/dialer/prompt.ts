import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Lab } from '@switchyard/testing';

/** Seconds of sound on a call. */
export const PROMPT_SECONDS = 3;
const BYTES_PER_SECOND = 8_000;
/** A-law codes of a quiet 400 Hz square wave. */
const [HIGH, LOW] = [0xa5, 0x25];
const HALF_PERIOD = 10;
const NAME = 'bench-prompt';

/** The baselines' prompt, where Asterisk finds it; as `Playback` and `sound:` name it. */
export function promptInside({ inside }: Lab['prompts']): string {
  return `${inside}/${NAME}`;
}

export function layPrompt({ host }: Lab['prompts']): void {
  const samples = Array.from({ length: PROMPT_SECONDS * BYTES_PER_SECOND }, (_, sample) =>
    Math.floor(sample / HALF_PERIOD) % 2 ? LOW : HIGH,
  );
  writeFileSync(path.join(host, `${NAME}.alaw`), Buffer.from(samples), { mode: 0o644 });
}

/** Dialplan of the AMI baseline: what ARI does by requests, Asterisk does by itself. */
export const BASELINE_DIALPLAN = [
  '[bench]',
  'exten => s,1,Answer()',
  ' same => n,Playback(${PROMPT})',
  ' same => n,Hangup()',
  '',
].join('\n');
