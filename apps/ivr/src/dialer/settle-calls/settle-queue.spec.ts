import { systemContext } from '@switchyard/platform';
import { VirtualScheduler } from '../../telephony/simulator';
import { CallsAtWork } from '../calls-at-work';
import type { SettledFacts } from './settle-call';
import { SettleQueue } from './settle-queue';

const away = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

function setUp(refuse: (ids: readonly string[]) => Error | undefined) {
  const scheduler = new VirtualScheduler(0);
  const settled: { id: string; at: number }[] = [];
  const asked: (readonly string[])[] = [];
  const execute = async (_holder: string, facts: readonly SettledFacts[]): Promise<void> => {
    const ids = facts.map(({ ended }) => ended.held.id);
    asked.push(ids);
    const error = refuse(ids);
    if (error) throw error;
    settled.push(...ids.map((id) => ({ id, at: scheduler.now() })));
  };
  const silent = { warn: () => undefined };
  const queue = new SettleQueue(
    { execute },
    'me',
    systemContext('ivr'),
    new CallsAtWork(),
    scheduler,
    silent,
  );
  const add = (id: string) => queue.add({ ended: { held: { id } } } as SettledFacts);
  return { scheduler, settled, asked, queue, add };
}

test('calls that end together are settled together', async () => {
  const { scheduler, asked, add } = setUp(() => undefined);
  ['a', 'b', 'c'].forEach(add);
  await scheduler.advance(200);
  expect(asked).toEqual([['a', 'b', 'c']]);
});

test('a call that cannot be settled does not hold up those that end after it', async () => {
  const { scheduler, settled, queue, add } = setUp((ids) =>
    ids.includes('bad') ? new Error('a value that does not fit') : undefined,
  );
  add('bad');
  await scheduler.advance(60_000);
  add('good');
  await scheduler.advance(200);
  expect(settled.map(({ id }) => id)).toEqual(['good']);
  expect(queue.length).toBe(1);
});

test('a call that cannot be settled does not take the others of its round with it', async () => {
  const { scheduler, settled, add } = setUp((ids) => (ids.includes('bad') ? new Error('no') : undefined));
  ['a', 'bad', 'b'].forEach(add);
  await scheduler.advance(200);
  expect(settled.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a database that is away loses nothing, and is not asked call by call', async () => {
  let gone = true;
  const { scheduler, settled, asked, queue, add } = setUp(() => (gone ? away() : undefined));
  ['a', 'b', 'c'].forEach(add);
  await scheduler.advance(20_000);
  expect(asked.every((ids) => ids.length === 3)).toBe(true);
  expect(asked.length).toBeLessThan(12);
  gone = false;
  await scheduler.advance(10_000);
  expect(settled.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(queue.length).toBe(0);
});
