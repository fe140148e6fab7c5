import { Readable } from 'node:stream';
import { FileMissing, type FileStore } from '@switchyard/platform';
import { Messages } from './messages';

function setUp() {
  const stored = new Map<string, string>();
  const recorded = new Map([['m1', 'what was said']]);
  const files = {
    put: async (key: string, content: Readable) => {
      stored.set(key, (await content.toArray()).join(''));
    },
    get: async (key: string) => {
      const content = stored.get(key);
      if (content === undefined) throw new FileMissing(key);
      return Readable.from([content]);
    },
    has: async (key: string) => stored.has(key),
    remove: async (key: string) => void stored.delete(key),
  } as unknown as FileStore;
  const folder = {
    open: async (name: string) => Readable.from([recorded.get(name) ?? '']),
    remove: async (name: string) => void recorded.delete(name),
    seconds: async () => 1,
  };
  const messages = new Messages(folder, files, { warn: () => undefined });
  return { messages, stored, recorded };
}

it('takes a message over from the pbx', async () => {
  const { messages, stored, recorded } = setUp();
  expect(await messages.keep('m1')).toBe(true);
  expect([...stored]).toEqual([['messages/m1.wav', 'what was said']]);
  expect(recorded.size).toBe(0);
});

it('moves a message apart once, however often a process dies over it', async () => {
  const { messages, stored } = setUp();
  await messages.keep('m1');
  const key = messages.newKey();
  await messages.move('m1', key);
  await messages.move('m1', key);
  expect([...stored]).toEqual([[key, 'what was said']]);
  await expect(messages.move('m2', messages.newKey())).rejects.toBeInstanceOf(FileMissing);
});
