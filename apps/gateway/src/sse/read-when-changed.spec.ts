import { DomainError } from '@switchyard/platform';
import { readWhenChanged } from './read-when-changed';

type Value = { readonly version: number; readonly done?: boolean };

async function collect(values: readonly (Value | Error)[], lastEventId?: string) {
  const left = [...values];
  const { signal } = new AbortController();
  const events: unknown[] = [];
  const stream = readWhenChanged<Value>({
    signal,
    lastEventId,
    everyMs: 0,
    read: async () => {
      const value = left.shift();
      if (value === undefined || value instanceof Error) throw value ?? new Error('read too often');
      return value;
    },
    event: (value) => ({ id: String(value.version), event: 'progress', data: value }),
    isLast: (value) => value.done === true,
  });
  for await (const event of stream) events.push(event === null ? null : (event.id ?? event.event));
  return events;
}

describe('a stream made by reading again and again', () => {
  const unavailable = new DomainError('service.unavailable', 'ivr does not answer');

  it('sends a value when it changed, and an end after the last', async () => {
    await expect(collect([{ version: 1 }, { version: 1 }, { version: 2, done: true }])).resolves.toEqual([
      '1',
      null,
      '2',
      'end',
    ]);
  });

  it('does not repeat what the client has seen already', async () => {
    await expect(collect([{ version: 4 }, { version: 5, done: true }], '4')).resolves.toEqual([
      null,
      '5',
      'end',
    ]);
  });

  it('waits for a service that is away', async () => {
    const values = [{ version: 1 }, unavailable, unavailable, { version: 2, done: true }];
    await expect(collect(values)).resolves.toEqual(['1', '2', 'end']);
  });

  it('fails when the first read fails, or a later one for another reason', async () => {
    await expect(collect([unavailable])).rejects.toBe(unavailable);
    const gone = new DomainError('batch.not-found', 'gone');
    await expect(collect([{ version: 1 }, gone])).rejects.toBe(gone);
  });

  it('ends without another read when the client goes away', async () => {
    const abort = new AbortController();
    let reads = 0;
    const stream = readWhenChanged<Value>({
      signal: abort.signal,
      everyMs: 60_000,
      read: async () => ({ version: ++reads }),
      event: (value) => ({ id: String(value.version), event: 'progress', data: value }),
      isLast: () => false,
    });
    await stream.next();
    const second = stream.next();
    abort.abort();
    await expect(second).resolves.toEqual({ done: true, value: undefined });
    expect(reads).toBe(1);
  });
});
