import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { codeOf } from '@switchyard/platform';

/** Of a WAV file with 8,000 samples of 16 bits a second. */
const HEADER = 44;
const BYTES_A_SECOND = 16_000;

/** Recordings as the PBX left them: `<name>.wav`, in a folder that it shares with us. */
export class RecordingFolder {
  constructor(private readonly folder: string) {}

  /** @throws Error with code ENOENT when there is no such recording */
  async open(name: string): Promise<Readable> {
    const file = this.fileOf(name);
    await stat(file);
    return createReadStream(file);
  }

  /** Length in seconds; 0 when there is no such recording. */
  async seconds(name: string): Promise<number> {
    try {
      const { size } = await stat(this.fileOf(name));
      return Math.max(0, size - HEADER) / BYTES_A_SECOND;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return 0;
      throw error;
    }
  }

  /** Removing what is not there is no error. */
  async remove(name: string): Promise<void> {
    await rm(this.fileOf(name), { force: true });
  }

  private fileOf(name: string): string {
    return path.join(this.folder, `${name}.wav`);
  }
}
