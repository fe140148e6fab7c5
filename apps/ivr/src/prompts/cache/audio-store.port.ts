import { createHash, hash } from 'node:crypto';
import type { Slin } from '../audio/slin';

/** One piece of audio that the PBX can play. */
export interface StoredAudio {
  readonly key: string;
  /** Path under the store's folder, with forward slashes and without extension. */
  readonly name: string;
  readonly durationMs: number;
  /** SHA-256 (hex) of the µ-law bytes: of what was heard, whoever made it. */
  readonly hash: string;
}

/** Audio by key. */
export interface AudioStore {
  /** The audio of a key, where it is there whole. */
  find(key: string): Promise<StoredAudio | undefined>;

  /** Stores audio and gives back what is there now: where another process was faster, its audio. */
  put(key: string, slin: Slin): Promise<StoredAudio>;

  /** Marks audio as in use, so that pruning spares it. False when it is gone. */
  touch(key: string, now: Date): Promise<boolean>;
}

export function sha256(...pieces: readonly (string | Uint8Array)[]): string {
  // In one go, which costs a third: of many short texts, as of a call's segments, the setting up is the work.
  if (pieces.every((piece) => typeof piece === 'string')) return hash('sha256', pieces.join(''), 'hex');
  const running = createHash('sha256');
  for (const piece of pieces) running.update(piece);
  return running.digest('hex');
}
