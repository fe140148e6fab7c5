import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Lab } from '@switchyard/testing';

const BYTES_PER_SECOND = 8_000;
/** A-law codes of a quiet 400 Hz square wave. */
const [HIGH, LOW] = [0xa5, 0x25];
const HALF_PERIOD = 10;

/** Lays a tone where Asterisk finds it. */
export function laySound({ host }: Lab['prompts'], name: string, seconds: number): void {
  const samples = Array.from({ length: seconds * BYTES_PER_SECOND }, (_, sample) =>
    Math.floor(sample / HALF_PERIOD) % 2 ? LOW : HIGH,
  );
  writeFileSync(path.join(host, `${name}.alaw`), Buffer.from(samples), { mode: 0o644 });
}
