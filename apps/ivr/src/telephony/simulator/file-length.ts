import { statSync } from 'node:fs';

/** A-law at 8 kHz: eight bytes a millisecond. */
const BYTES_PER_MS = 8;

/** Milliseconds that `sound:/folder/file` plays, by the size of its `.alaw` file; 0 when there is none, as on a PBX. */
export function lengthOfSoundFile(media: string): number {
  const file = `${media.replace(/^sound:/, '')}.alaw`;
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return Math.round(size / BYTES_PER_MS);
}
