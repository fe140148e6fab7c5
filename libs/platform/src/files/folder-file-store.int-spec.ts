import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { BadFileKey, FileMissing, FolderFileStore, type StoredFile } from '.';

let folder: string;
let store: FolderFileStore;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'switchyard-files-'));
  store = new FolderFileStore(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function everyFile(below: string): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for await (const file of store.list(below)) files.push(file);
  return files;
}

describe('FolderFileStore', () => {
  it('gives back what was put, from text, bytes or stream, and replaces it', async () => {
    await store.put('hand-off/a.csv', Readable.from(['一,', '二\n']));
    expect(await text(await store.get('hand-off/a.csv'))).toBe('一,二\n');
    await store.put('hand-off/a.csv', Buffer.from('new'));
    expect(await text(await store.get('hand-off/a.csv'))).toBe('new');
  });

  it('says what is there and what is not', async () => {
    await store.put('there', 'x');
    expect(await store.has('there')).toBe(true);
    expect(await store.has('there/below')).toBe(false);
    await expect(store.get('missing')).rejects.toThrow(FileMissing);
    await store.remove('there');
    await store.remove('there');
    expect(await store.has('there')).toBe(false);
  });

  it('lists what lies in a folder, below it too, and nothing that is still being written', async () => {
    await store.put('listed/a.wav', 'a');
    await store.put('listed/2026/03/b.wav', 'b');
    await writeFile(path.join(folder, 'listed', '.partial-1'), 'half');
    const files = await everyFile('listed');
    expect(files.map(({ key }) => key).sort()).toEqual(['listed/2026/03/b.wav', 'listed/a.wav']);
    expect(Math.abs(Date.now() - (files[0]?.storedAt.getTime() ?? 0))).toBeLessThan(60_000);
    expect(await everyFile('not-there')).toEqual([]);
  });

  it('leaves nothing behind of a stream that breaks, and keeps what was there', async () => {
    await store.put('letters/1.pdf', 'whole');
    const broken = Readable.from(
      (async function* () {
        yield 'half';
        throw new Error('the upload broke off');
      })(),
    );
    await expect(store.put('letters/1.pdf', broken)).rejects.toThrow('broke off');
    expect(await text(await store.get('letters/1.pdf'))).toBe('whole');
    expect(await readdir(path.join(folder, 'letters'))).toEqual(['1.pdf']);
  });

  it.each([
    '',
    '/etc/passwd',
    '../up',
    'a/../../up',
    'a//b',
    'a\\b',
    '.hidden',
    'a/.',
    'name with space',
    'ü',
  ])('refuses the key %j', async (key) => {
    await expect(store.put(key, 'x')).rejects.toThrow(BadFileKey);
    await expect(store.get(key)).rejects.toThrow(BadFileKey);
  });
});
