import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SAMPLES_PER_SECOND = 8_000;
const BYTES_PER_SAMPLE = 2;
const HEADER_BYTES = 44;

/** Lays `<name>.wav` into `folder`: silence of that many seconds, as a PBX would record it (8 kHz, 16 bit). */
export function laySilentRecording(folder: string, name: string, seconds: number): void {
  const bytes = seconds * SAMPLES_PER_SECOND * BYTES_PER_SAMPLE;
  const wav = Buffer.alloc(HEADER_BYTES + bytes);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(HEADER_BYTES - 8 + bytes, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20); // PCM
  wav.writeUInt16LE(1, 22); // one channel
  wav.writeUInt32LE(SAMPLES_PER_SECOND, 24);
  wav.writeUInt32LE(SAMPLES_PER_SECOND * BYTES_PER_SAMPLE, 28);
  wav.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  wav.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(bytes, 40);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.wav`), wav);
}
