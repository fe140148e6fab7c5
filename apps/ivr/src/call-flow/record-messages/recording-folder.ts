import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

/** Recordings as the PBX left them: `<name>.wav`, in a folder that it shares with us. */
export class RecordingFolder {
  constructor(private readonly folder: string) {}

  /** @throws Error with code ENOENT when there is no such recording */
  async open(name: string): Promise<Readable> {
    const file = this.fileOf(name);
    await stat(file);
    return createReadStream(file);
  }

  /** Removing what is not there is no error. */
  async remove(name: string): Promise<void> {
    await rm(this.fileOf(name), { force: true });
  }

  private fileOf(name: string): string {
    return path.join(this.folder, `${name}.wav`);
  }
}
