import type { Slin } from './slin';

const BIAS = 0x84;
const CLIP = 32_635;

function ulawOf(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
  const exponent = 31 - Math.clz32(magnitude) - 7;
  return ~(sign | (exponent << 4) | ((magnitude >> (exponent + 3)) & 0x0f)) & 0xff;
}

function alawOf(sample: number): number {
  const sign = sample < 0 ? 0 : 0x80;
  const magnitude = Math.min(sample < 0 ? -sample - 1 : sample, 32_767) >> 3;
  const exponent = magnitude < 32 ? 0 : 31 - Math.clz32(magnitude) - 4;
  const mantissa = (magnitude >> Math.max(1, exponent)) & 0x0f;
  return (sign | (exponent << 4) | mantissa) ^ 0x55;
}

const table = (encode: (sample: number) => number): Uint8Array =>
  Uint8Array.from({ length: 65_536 }, (_, index) => encode(index - 32_768));

const ULAW = table(ulawOf);
const ALAW = table(alawOf);

const through = (codes: Uint8Array, slin: Slin): Uint8Array =>
  Uint8Array.from(slin, (sample) => codes[sample + 32_768] ?? 0);

/** G.711 µ-law, one byte a sample: what the lab's trunk speaks. */
export function encodeUlaw(slin: Slin): Uint8Array {
  return through(ULAW, slin);
}

/** G.711 A-law, one byte a sample: what trunks in China speak. */
export function encodeAlaw(slin: Slin): Uint8Array {
  return through(ALAW, slin);
}
