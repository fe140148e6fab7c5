import fc from 'fast-check';
import { allocateLines, type BatchDemand, LEAST_PACE, type TurnsAhead } from './allocate-lines';

const batch = (id: string, change: Partial<BatchDemand> = {}): BatchDemand => ({
  id,
  waiting: 1000,
  live: 0,
  remainingCalls: 1000,
  openSecondsLeft: 3600,
  ...change,
});

/** Starts calls one by one, as a calls-per-second limit does. */
function oneByOne(batches: BatchDemand[], calls: number): Record<string, number> {
  let ahead: TurnsAhead = {};
  const started: Record<string, number> = {};
  for (let call = 0; call < calls; call++) {
    const step = allocateLines(1, batches, ahead);
    ahead = step.ahead;
    for (const [id, count] of Object.entries(step.starts)) started[id] = (started[id] ?? 0) + count;
  }
  return started;
}

test.each<[string, BatchDemand[], number, Record<string, number>]>([
  ['nothing to do', [], 10, {}],
  ['no free line', [batch('a')], 0, {}],
  ['one batch takes all', [batch('a')], 10, { a: 10 }],
  ['no more than wait', [batch('a', { waiting: 3 })], 10, { a: 3 }],
  ['equal batches share', [batch('a'), batch('b')], 10, { a: 5, b: 5 }],
  ['the odd line goes by name', [batch('b'), batch('a')], 3, { a: 2, b: 1 }],
  ['what one cannot use goes to the other', [batch('a', { waiting: 2 }), batch('b')], 10, { a: 2, b: 8 }],
  [
    'a line share caps, live calls included',
    [batch('a', { maxLines: 4, live: 1 }), batch('b')],
    10,
    { a: 3, b: 7 },
  ],
  ['a share that is used up', [batch('a', { maxLines: 4, live: 9 })], 10, {}],
  [
    'three times the calls by the same deadline',
    [batch('a', { remainingCalls: 3000 }), batch('b')],
    8,
    { a: 6, b: 2 },
  ],
  [
    'the same calls in a third of the time',
    [batch('a', { openSecondsLeft: 1200 }), batch('b')],
    8,
    { a: 6, b: 2 },
  ],
  ['an idle batch gets nothing', [batch('a', { waiting: 0 }), batch('b')], 4, { b: 4 }],
  [
    'a deadline that has passed is merely urgent',
    [batch('a', { openSecondsLeft: 0 }), batch('b')],
    21,
    { a: 20, b: 1 },
  ],
])('%s', (_, batches, free, starts) => {
  expect(allocateLines(free, batches, {}).starts).toEqual(starts);
});

test('line by line gives the same shares as all at once', () => {
  const batches = [batch('a', { remainingCalls: 3000 }), batch('b')];
  expect(oneByOne(batches, 400)).toEqual({ a: 300, b: 100 });
});

test('a tiny batch beside a huge urgent one gets its least pace', () => {
  const started = oneByOne(
    [batch('huge', { remainingCalls: 1_000_000, openSecondsLeft: 60 }), batch('tiny', { remainingCalls: 1 })],
    2100,
  );
  expect(started.tiny).toBe(Math.round(2100 * (LEAST_PACE / (1 + LEAST_PACE))));
});

test('a batch whose calls fail at once does not take every turn', () => {
  const started = oneByOne([batch('failing', { live: 0 }), batch('sound', { live: 20 })], 100);
  expect(started).toEqual({ failing: 50, sound: 50 });
});

test('a batch that idled gains no credit over those that worked', () => {
  const worked = allocateLines(100, [batch('a'), batch('b', { waiting: 0 })], {});
  const { starts } = allocateLines(10, [batch('a'), batch('b')], worked.ahead);
  expect(starts).toEqual({ a: 5, b: 5 });
});

test('what a batch is ahead is measured from the one that is next', () => {
  const { ahead } = allocateLines(1, [batch('a'), batch('b')], { a: 7, b: 9 });
  expect(ahead).toEqual({ a: 0, b: 1 });
});

describe('whatever waits', () => {
  const demands = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      waiting: fc.nat(30),
      live: fc.nat(10),
      maxLines: fc.option(fc.nat(15), { nil: undefined }),
      remainingCalls: fc.nat(100_000),
      openSecondsLeft: fc.nat(40_000),
    }),
    { selector: (demand) => demand.id },
  );
  const aheads = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(50));

  test('no batch exceeds what waits or its share, and no line is left while somebody could use it', () => {
    fc.assert(
      fc.property(demands, fc.nat(60), aheads, (batches, free, ahead) => {
        const { starts, ahead: next } = allocateLines(free, batches, ahead);
        const room = (of: BatchDemand) =>
          Math.max(0, Math.min(of.waiting, (of.maxLines ?? Infinity) - of.live));
        const total = Object.values(starts).reduce((sum, count) => sum + count, 0);
        expect(total).toBe(
          Math.min(
            free,
            batches.reduce((sum, of) => sum + room(of), 0),
          ),
        );
        for (const of of batches) expect(starts[of.id] ?? 0).toBeLessThanOrEqual(room(of));
        for (const value of Object.values(next)) expect(value).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('nobody starves: each waiting batch starts within a bounded number of turns', () => {
    fc.assert(
      fc.property(demands, (batches) => {
        const endless = batches.map((of) => ({ ...of, waiting: 1000, maxLines: undefined }));
        const started = oneByOne(endless, endless.length * Math.ceil(1 / LEAST_PACE) + 1);
        for (const of of endless) expect(started[of.id]).toBeGreaterThan(0);
      }),
    );
  });
});
