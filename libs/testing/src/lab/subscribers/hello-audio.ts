const RATE = 8000;
const SECONDS = 0.8;
/** A-law codes of a quiet positive and negative sample. */
const HIGH = 0xa5;
const LOW = 0x25;
/** Half a period of 400 Hz. */
const HALF = 10;

/** What a subscriber says on answering: 0.8 s of a quiet 400 Hz tone, A-law, 8 kHz. */
export function helloAudio(): Buffer {
  return Buffer.from(
    Array.from({ length: RATE * SECONDS }, (_, sample) => (Math.floor(sample / HALF) % 2 ? LOW : HIGH)),
  );
}
