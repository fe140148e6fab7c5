import { writeFileSync } from 'node:fs';
import path from 'node:path';

export interface PromptFolder {
  /** Where we write. */
  readonly host: string;
  /** The same folder as Asterisk sees it. */
  readonly inside: string;
}

const SAMPLES_PER_SECOND = 8_000;
/** A-law of silence, alternating as the even-bit inversion has it. */
const SILENCE = 0xd5;

/** Lays two silent prompts, of one second and of twelve, for tests that only need their length. */
export function layTestPrompts({ host, inside }: PromptFolder): { short: string; long: string } {
  for (const [name, seconds] of [
    ['test-short', 1],
    ['test-long', 12],
  ] as const) {
    writeFileSync(path.join(host, `${name}.alaw`), Buffer.alloc(seconds * SAMPLES_PER_SECOND, SILENCE));
  }
  return { short: `sound:${inside}/test-short`, long: `sound:${inside}/test-long` };
}
