import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FolderAudioStore } from './folder-audio-store';
import { pruneAudio } from './prune-audio';

const DAY = 86_400_000;
const RULES = { maxAgeMs: 90 * DAY, maxBytes: 1e9, keepMs: 2 * DAY };
const KEY = 'ab'.repeat(32);
const sound = (samples: number, loudness = 5_000) => new Int16Array(samples).fill(loudness);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'prompts-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a folder of audio', () => {
  it('holds each piece as µ-law and A-law, a byte a sample, where the name says', async () => {
    const { name, durationMs, hash } = await new FolderAudioStore(folder).put(KEY, sound(800));
    expect(durationMs).toBe(100);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    for (const extension of ['ulaw', 'alaw'])
      expect(await readFile(path.join(folder, `${name}.${extension}`))).toHaveLength(800);
  });

  it('is found again by another process', async () => {
    const stored = await new FolderAudioStore(folder).put(KEY, sound(80));
    expect(await new FolderAudioStore(folder).find(KEY)).toEqual(stored);
    expect(await new FolderAudioStore(folder).find('cd'.repeat(32))).toBeUndefined();
  });

  it('keeps the first of many writers, whole, and leaves nothing lying about', async () => {
    const writers = Array.from({ length: 8 }, (_, index) =>
      new FolderAudioStore(folder).put(KEY, sound(80 + index, 1_000 * (index + 1))),
    );
    const stored = await Promise.all(writers);
    expect(new Set(stored.map(({ hash }) => hash)).size).toBe(1);
    expect(await readdir(path.join(folder, 'ab'))).toEqual([KEY]);
  });

  it('takes what was cut short as not there, and replaces it', async () => {
    const store = new FolderAudioStore(folder);
    const { name } = await store.put(KEY, sound(80));
    await writeFile(path.join(folder, `${name}.ulaw`), '');
    expect(await store.find(KEY)).toBeUndefined();
    expect(await store.put(KEY, sound(160))).toMatchObject({ durationMs: 20 });
    expect(await readdir(path.join(folder, 'ab'))).toEqual([KEY]);
  });

  it('does not take silence of no length for audio', async () => {
    await expect(new FolderAudioStore(folder).put(KEY, sound(0))).rejects.toThrow('no sound');
  });
});

describe('pruning a folder', () => {
  it('removes whole pieces of audio and touches nothing else', async () => {
    const store = new FolderAudioStore(folder);
    const [old, young] = ['aa'.repeat(32), 'bb'.repeat(32)];
    await store.put(old, new Int16Array(80).fill(1));
    await store.put(young, new Int16Array(80).fill(1));
    await writeFile(path.join(folder, 'README'), 'not audio');
    await mkdir(path.join(folder, 'cc'));
    const now = new Date();
    const longAgo = new Date(now.getTime() - 91 * DAY);
    await utimes(path.join(folder, 'aa', old), longAgo, longAgo);
    expect(await pruneAudio(folder, RULES, now)).toEqual({
      removed: 1,
      bytesLeft: 160,
    });
    expect(await store.find(old)).toBeUndefined();
    expect(await store.find(young)).toBeDefined();
    expect(await readdir(path.join(folder, 'aa'))).toEqual([]);
  });

  it('spares what a call has used since', async () => {
    const store = new FolderAudioStore(folder);
    const key = 'aa'.repeat(32);
    await store.put(key, new Int16Array(80).fill(1));
    const now = new Date();
    const longAgo = new Date(now.getTime() - 91 * DAY);
    await utimes(path.join(folder, 'aa', key), longAgo, longAgo);
    expect(await store.touch(key, now)).toBe(true);
    expect((await pruneAudio(folder, RULES, now)).removed).toBe(0);
    expect(await store.touch('bb'.repeat(32), now)).toBe(false);
  });

  it('finds nothing in a folder that is not there yet', async () => {
    const none = path.join(folder, 'none');
    expect(await pruneAudio(none, RULES, new Date())).toEqual({ removed: 0, bytesLeft: 0 });
  });
});
