import { createReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { codeOf } from '@switchyard/platform';
import type { RecordedFile } from './recordings.port';

const ENDING = '.wav';
/** What a call id or a uuid is made of. */
const NAME = /^[A-Za-z0-9._-]{1,150}$/;

/** The folder into which the PBX writes recordings. */
export class RecordedFiles {
  constructor(private readonly folder: string) {}

  /** Files that nobody has written to since `before`. A folder that is not there yet has none. */
  async quietSince(before: Date): Promise<readonly (RecordedFile & { readonly bytes: number })[]> {
    const names = (await this.names()).filter((name) => name.endsWith(ENDING));
    const files = await Promise.all(names.map((name) => this.look(name.slice(0, -ENDING.length))));
    return files.flatMap((file) => (file && file.changedAt <= before ? [file] : []));
  }

  read(name: string): Readable {
    return createReadStream(this.pathOf(name));
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  private async names(): Promise<string[]> {
    try {
      return await readdir(this.folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  private async look(name: string): Promise<(RecordedFile & { bytes: number }) | undefined> {
    if (!NAME.test(name)) return undefined;
    try {
      const { mtime, size } = await stat(this.pathOf(name));
      return { name, changedAt: mtime, bytes: size };
    } catch (error) {
      // Somebody else has taken it away since the folder was read.
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  private pathOf(name: string): string {
    return path.join(this.folder, `${name}${ENDING}`);
  }
}
