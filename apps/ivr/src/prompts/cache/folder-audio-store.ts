import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encodeAlaw, encodeUlaw } from '../audio/g711';
import { type Slin, durationMs } from '../audio/slin';
import { type AudioStore, type StoredAudio, sha256 } from './audio-store.port';
import { hasCode, ignoring } from './file-errors';

/** What a discarded or half-written folder ends with until it is gone. */
export const TEMPORARY = '.tmp';

const DAY_MS = 86_400_000;

/**
 * Audio by key in a folder that many processes and the PBX share. Each piece is a folder of two raw files,
 * `clip.ulaw` and `clip.alaw`, so that the PBX plays either without transcoding. It appears whole, by one
 * rename, and is not replaced: the first of several writers wins.
 */
export class FolderAudioStore implements AudioStore {
  constructor(private readonly folder: string) {}

  async find(key: string): Promise<StoredAudio | undefined> {
    const place = this.placeOf(key);
    try {
      const [ulaw, alaw] = await Promise.all([
        readFile(path.join(place, 'clip.ulaw')),
        stat(path.join(place, 'clip.alaw')),
      ]);
      if (ulaw.length === 0 || ulaw.length !== alaw.size) return undefined;
      return {
        key,
        name: `${shelf(key)}/${key}/clip`,
        durationMs: durationMs(ulaw.length),
        hash: sha256(ulaw),
      };
    } catch (error) {
      return ignoring('ENOENT')(error);
    }
  }

  async put(key: string, slin: Slin): Promise<StoredAudio> {
    if (slin.length === 0) throw new Error('there is no sound to store');
    const place = this.placeOf(key);
    const temporary = `${place}.${randomUUID()}${TEMPORARY}`;
    await mkdir(temporary, { recursive: true });
    try {
      await writeFile(path.join(temporary, 'clip.alaw'), encodeAlaw(slin));
      await writeFile(path.join(temporary, 'clip.ulaw'), encodeUlaw(slin));
      await this.install(temporary, key);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
    const stored = await this.find(key);
    if (!stored) throw new Error(`${place} was lost while it was written`);
    return stored;
  }

  /** Marks once a day: often enough for pruning, seldom enough for a disk. */
  async touch(key: string, now: Date): Promise<boolean> {
    const place = this.placeOf(key);
    try {
      const { mtimeMs } = await stat(place);
      if (now.getTime() - mtimeMs > DAY_MS) await utimes(place, now, now);
      return true;
    } catch (error) {
      return ignoring('ENOENT')(error) ?? false;
    }
  }

  private async install(temporary: string, key: string): Promise<void> {
    const place = this.placeOf(key);
    try {
      await rename(temporary, place);
    } catch (error) {
      if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
      if (await this.find(key)) return;
      // What stands there is damaged, e.g. cut short by a power failure.
      await discard(place);
      await rename(temporary, place).catch(ignoring('ENOTEMPTY', 'EEXIST'));
    }
  }

  private placeOf(key: string): string {
    return path.join(this.folder, shelf(key), key);
  }
}

/** Removes a piece of audio; at no moment is half of it there. */
export async function discard(place: string): Promise<void> {
  const temporary = `${place}.${randomUUID()}${TEMPORARY}`;
  await rename(place, temporary).catch(ignoring('ENOENT'));
  await rm(temporary, { recursive: true, force: true });
}

/** Pieces are spread over 256 folders, so that none grows too long. */
const shelf = (key: string): string => key.slice(0, 2);
