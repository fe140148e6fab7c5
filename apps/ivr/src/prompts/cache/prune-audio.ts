import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { TEMPORARY, discard } from './folder-audio-store';
import { ignoring } from './file-errors';

export interface PruneRules {
  /** What was not used for so long goes. */
  readonly maxAgeMs: number;
  /** Above this size the longest unused goes first. */
  readonly maxBytes: number;
  /** Whatever was used more recently stays, in spite of the size; more than the day at which use is marked. */
  readonly keepMs: number;
}

export interface PruneReport {
  readonly removed: number;
  readonly bytesLeft: number;
}

export interface Piece {
  readonly place: string;
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly usedAt: number;
}

const TEMPORARY_MS = 3_600_000;

/** Which pieces go. What is left of an interrupted writing goes after an hour. */
export function choosePruned(pieces: readonly Piece[], rules: PruneRules, now: number): readonly Piece[] {
  const age = ({ usedAt }: Piece) => now - usedAt;
  const isOld = (piece: Piece) =>
    age(piece) > (piece.place.endsWith(TEMPORARY) ? TEMPORARY_MS : rules.maxAgeMs);
  const pruned = pieces.filter(isOld);
  const rest = pieces.filter((piece) => !isOld(piece)).sort((a, b) => a.usedAt - b.usedAt);
  let bytes = sizeOf(rest);
  for (const piece of rest) {
    if (bytes <= rules.maxBytes || age(piece) <= rules.keepMs) break;
    pruned.push(piece);
    bytes -= piece.bytes;
  }
  return pruned;
}

/** Removes what the rules name from an audio store's folder, while other processes use it. */
export async function pruneAudio(folder: string, rules: PruneRules, now: Date): Promise<PruneReport> {
  const pieces = await piecesIn(folder);
  const pruned = choosePruned(pieces, rules, now.getTime());
  for (const { place } of pruned) await discard(place);
  return { removed: pruned.length, bytesLeft: sizeOf(pieces) - sizeOf(pruned) };
}

const sizeOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { bytes }) => sum + bytes, 0);

async function piecesIn(folder: string): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const shelf of await childrenOf(folder)) {
    for (const place of await childrenOf(shelf)) {
      const marked = await stat(place).catch(ignoring('ENOENT'));
      if (marked) pieces.push({ place, bytes: await bytesIn(place), usedAt: marked.mtimeMs });
    }
  }
  return pieces;
}

async function bytesIn(place: string): Promise<number> {
  let bytes = 0;
  for (const file of await childrenOf(place))
    bytes += (await stat(file).catch(ignoring('ENOENT')))?.size ?? 0;
  return bytes;
}

async function childrenOf(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(ignoring('ENOENT', 'ENOTDIR'))) ?? [];
  return names.map((name) => path.join(folder, name));
}
