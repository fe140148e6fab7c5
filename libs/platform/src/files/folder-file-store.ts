import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { codeOf } from '../errors';
import { assertFileKey, FileMissing, type FileStore, type StoredFile } from './file-store';

/** How names of files begin that are still being written. */
const PARTIAL = '.partial-';

/** Files in a folder. A file appears whole: it is written beside its place, flushed and renamed. */
export class FolderFileStore implements FileStore {
  private readonly root: string;

  constructor(folder: string) {
    this.root = path.resolve(folder);
  }

  async put(key: string, content: Readable | Buffer | string): Promise<void> {
    const target = this.pathOf(key);
    const partial = path.join(path.dirname(target), `${PARTIAL}${randomUUID()}`);
    await mkdir(path.dirname(target), { recursive: true });
    try {
      const source = content instanceof Readable ? content : Readable.from([content]);
      await pipeline(source, createWriteStream(partial, { flags: 'wx', flush: true }));
      await rename(partial, target);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  async get(key: string): Promise<Readable> {
    try {
      const file = await open(this.pathOf(key));
      return file.createReadStream();
    } catch (error) {
      throw isMissing(error) ? new FileMissing(key) : error;
    }
  }

  async has(key: string): Promise<boolean> {
    try {
      await access(this.pathOf(key));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async *list(folder: string): AsyncGenerator<StoredFile> {
    let entries;
    try {
      entries = await opendir(this.pathOf(folder));
    } catch (error) {
      if (isMissing(error)) return;
      throw error;
    }
    for await (const entry of entries) {
      const key = `${folder}/${entry.name}`;
      if (entry.isDirectory()) yield* this.list(key);
      else if (entry.isFile() && !entry.name.startsWith(PARTIAL)) yield* this.look(key);
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  /** Another may have removed it since the folder was read. */
  private async *look(key: string): AsyncGenerator<StoredFile> {
    try {
      yield { key, storedAt: (await stat(this.pathOf(key))).mtime };
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  /** Where a stored file lies, for programs that read files by themselves (the PBX, sox). */
  pathOf(key: string): string {
    assertFileKey(key);
    return path.join(this.root, key);
  }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(String(codeOf(error)));
}
