import { DomainError, Logger } from '@switchyard/platform';
import { KeepRetention } from './keep-retention.use-case';

function setUp(messages: () => Promise<number>, alone = true, recordings = async () => 1) {
  const done: [string, number][] = [];
  const metrics = {
    recordingsDone: (_result: string, count: number) => done.push(['recordings', count]),
    retentionDone: (what: string, count: number) => done.push([what, count]),
  };
  const removals = {
    alone: async (work: () => Promise<void>) => {
      if (alone) await work();
    },
  };
  const counting = (count: number) => ({ execute: async () => count });
  const retention = new KeepRetention(
    { execute: recordings } as never,
    { execute: messages } as never,
    counting(3) as never,
    removals as never,
    metrics as never,
    Logger.silent(),
  );
  return { retention, done };
}

test('a round takes recordings, messages and files of no call', async () => {
  const { retention, done } = setUp(async () => 2);
  await retention.execute();
  expect(done).toEqual([
    ['recordings', 1],
    ['messages', 2],
    ['stray-files', 3],
  ]);
});

test('messages that nobody can tell the use of wait, and hold up nothing else', async () => {
  const { retention, done } = setUp(() => Promise.reject(new DomainError('service.unavailable', 'away')));
  await retention.execute();
  expect(done.map(([what]) => what)).toEqual(['recordings', 'stray-files']);
});

test('recordings that nobody can tell the use of wait, and hold up nothing else', async () => {
  const away = () => Promise.reject(new DomainError('service.unavailable', 'away'));
  const { retention, done } = setUp(async () => 2, true, away);
  await retention.execute();
  expect(done.map(([what]) => what)).toEqual(['messages', 'stray-files']);
});

test('another process that is at it already is left alone', async () => {
  const { retention, done } = setUp(async () => 2, false);
  await retention.execute();
  expect(done.map(([what]) => what)).toEqual(['recordings']);
});
