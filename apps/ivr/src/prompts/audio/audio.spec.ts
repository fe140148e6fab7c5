import { encodeAlaw, encodeUlaw } from './g711';
import { concatenate, durationMs, peak, silence, slinFromBytes, trimSilence } from './slin';

/** The decoders of ITU-T G.711, written apart from the encoders. */
function ulawToLinear(code: number): number {
  const inverted = ~code & 0xff;
  const magnitude = ((((inverted & 0x0f) << 3) + 0x84) << ((inverted & 0x70) >> 4)) - 0x84;
  return inverted & 0x80 ? -magnitude : magnitude;
}

function alawToLinear(code: number): number {
  const toggled = code ^ 0x55;
  const exponent = (toggled & 0x70) >> 4;
  const base = ((toggled & 0x0f) << 4) + 8;
  const magnitude = exponent === 0 ? base : (base + 0x100) << (exponent - 1);
  return toggled & 0x80 ? magnitude : -magnitude;
}

const EVERY_SAMPLE = Int16Array.from({ length: 65_536 }, (_, index) => index - 32_768);

describe.each([
  ['µ-law', encodeUlaw, ulawToLinear, 0xff],
  ['A-law', encodeAlaw, alawToLinear, 0xd5],
] as const)('%s', (_, encode, decode, quiet) => {
  it('carries every sample within its step of a sixteenth', () => {
    const codes = encode(EVERY_SAMPLE);
    const off = EVERY_SAMPLE.filter((sample, index) => {
      const error = Math.abs(decode(codes[index] ?? 0) - sample);
      return error > Math.max(16, Math.abs(sample) / 16 + 16);
    });
    // Only beyond the codec's own full scale.
    expect(off.every((sample) => Math.abs(sample) > 32_000)).toBe(true);
  });

  it('rises with the signal, and is quiet for silence', () => {
    const decoded = Array.from(encode(EVERY_SAMPLE), decode);
    expect(decoded.every((value, index) => index === 0 || value >= (decoded[index - 1] ?? 0))).toBe(true);
    expect(encode(silence(1))).toEqual(new Uint8Array(8).fill(quiet));
  });
});

describe('slin', () => {
  it('is read from little-endian bytes', () => {
    expect([...slinFromBytes(Uint8Array.of(0x01, 0x00, 0xff, 0xff, 0x00, 0x80, 7))]).toEqual([
      1, -1, -32_768,
    ]);
  });

  it('loses its silence at both ends, but for a margin of 15 ms', () => {
    const sound = Int16Array.from({ length: 80 }, () => -5_000);
    const trimmed = trimSilence(concatenate(silence(100), sound, silence(300)));
    expect(durationMs(trimmed.length)).toBe(15 + 10 + 15);
    expect(peak(trimmed)).toBe(5_000);
    expect(trimSilence(silence(100))).toHaveLength(0);
    expect([...trimSilence(sound)]).toEqual([...sound]);
  });

  it('lasts an eighth of a millisecond a sample', () => {
    expect(durationMs(silence(250).length)).toBe(250);
  });
});
