/** Samples a second, as telephony has it. */
export const SAMPLE_RATE = 8_000;

/** Signed 16-bit mono samples at 8 kHz. */
export type Slin = Int16Array;

/** Reads little-endian bytes; an odd last byte is dropped. */
export function slinFromBytes(bytes: Uint8Array): Slin {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int16Array.from({ length: bytes.byteLength >> 1 }, (_, index) => view.getInt16(index * 2, true));
}

export function silence(milliseconds: number): Slin {
  return new Int16Array(Math.round((milliseconds * SAMPLE_RATE) / 1000));
}

export function durationMs(samples: number): number {
  return Math.round((samples * 1000) / SAMPLE_RATE);
}

/** Loudest sample, 0 to 32768. */
export function peak(slin: Slin): number {
  let loudest = 0;
  for (const sample of slin) loudest = Math.max(loudest, Math.abs(sample));
  return loudest;
}

/** Below this a sample is silence: about −50 dB of full scale. */
const THRESHOLD = 100;
/** Left standing before and after the sound, so that no consonant is cut. */
const MARGIN_MS = 15;

/** Takes the silence off both ends, so that clips follow one another closely; all silence becomes nothing. */
export function trimSilence(slin: Slin): Slin {
  const first = slin.findIndex((sample) => Math.abs(sample) > THRESHOLD);
  if (first < 0) return new Int16Array(0);
  const last = slin.findLastIndex((sample) => Math.abs(sample) > THRESHOLD);
  const margin = (MARGIN_MS * SAMPLE_RATE) / 1000;
  return slin.slice(Math.max(0, first - margin), Math.min(slin.length, last + 1 + margin));
}

export function concatenate(...pieces: readonly Slin[]): Slin {
  const whole = new Int16Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
