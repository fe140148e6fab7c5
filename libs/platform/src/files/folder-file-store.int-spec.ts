import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { BadFileKey, FileMissing, FolderFileStore } from '.';

let folder: string;
let store: FolderFileStore;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'switchyard-files-'));
  store = new FolderFileStore(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

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
