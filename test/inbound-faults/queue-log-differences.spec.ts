import { type CountedStays, differences } from './queue-log-differences';

const counts = (entered: number, connected: number, abandoned: number) => ({ entered, connected, abandoned });
const stay = (logged: CountedStays['logged'], told: CountedStays['told']): CountedStays => ({
  callId: 'pbx-1-1.1',
  queue: 'general',
  logged,
  told,
});

test('stays that are counted as the log has them are no difference', () => {
  expect(differences([stay(counts(1, 1, 0), counts(1, 1, 0))], true)).toEqual([]);
});

test.each([
  ['a stay that is missing', stay(counts(1, 0, 1), null)],
  ['one that was counted twice', stay(counts(1, 0, 1), counts(2, 0, 2))],
  ['a caller who gave up, and of whom we know no end', stay(counts(1, 0, 1), counts(1, 0, 0))],
  ['one that no log knows', stay(null, counts(1, 0, 1))],
])('%s is', (_what, one) => {
  expect(differences([one], true)).toHaveLength(1);
});

test('how it ended is not compared where the log does not tell', () => {
  expect(differences([stay(counts(1, 0, 0), counts(1, 0, 1))], false)).toEqual([]);
});
