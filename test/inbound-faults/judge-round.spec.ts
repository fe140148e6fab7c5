import type { CrowdCall } from '@switchyard/testing';
import type { Whereabouts } from './guests';
import type { InboundFault } from './inbound-faults';
import { judgeRound, keptPlaces } from './judge-round';

const STRUCK = 100_000;
const RETURNED = 112_000;
const call = (heardAt: number[], end: CrowdCall['end'] = 'caller-hung-up'): CrowdCall => ({
  heardAt,
  from: '+8613700000001',
  begunAt: 79_900,
  answeredAt: 80_000,
  endedAt: 160_000,
  end,
  keys: '',
  timeline: [],
});
/** Sound every 200 ms, but none between the two moments. */
const silentBetween = (from: number, to: number) =>
  Array.from({ length: 400 }, (_, index) => 80_000 + index * 200).filter((at) => at < from || at > to);
const judge = (fault: InboundFault, where: Whereabouts, heardAt: number[], end?: CrowdCall['end']) =>
  judgeRound(fault, [{ where, call: call(heardAt, end) }], { struckAt: STRUCK, returnedAt: RETURNED });

test('the menu is heard again so long after the return', () => {
  const verdict = judge('kill-ivr', 'in-menu', silentBetween(STRUCK + 500, 113_300));
  expect(verdict).toMatchObject({ dropped: [], silentForever: [], findings: [] });
  expect(verdict.menuAgainMs).toEqual([1_400]);
});

test('what still played for some seconds is not taken for the menu again', () => {
  const heard = silentBetween(STRUCK + 5_000, 116_500);
  expect(judge('kill-ivr', 'in-menu', heard).menuAgainMs).toEqual([4_600]);
});

test('a menu that another process goes on with before the return is heard at once', () => {
  expect(judge('take-over', 'in-menu', silentBetween(STRUCK + 500, 108_000)).menuAgainMs).toEqual([0]);
});

test('a menu that never comes back is a finding, and silence for ever', () => {
  const verdict = judge('kill-ivr', 'in-menu', silentBetween(STRUCK + 500, 170_000));
  expect(verdict.findings).toHaveLength(1);
  expect(verdict.silentForever).toHaveLength(1);
});

test.each<Whereabouts>(['in-queue', 'with-agent'])('%s, nothing pauses', (where) => {
  expect(judge('kill-ivr', where, silentBetween(0, 0)).findings).toEqual([]);
  expect(judge('kill-ivr', where, silentBetween(101_000, 106_000)).findings).toHaveLength(1);
});

test('a call that the PBX ended is dropped, unless the PBX itself was the fault', () => {
  expect(judge('kill-ivr', 'in-queue', silentBetween(0, 0), 'pbx-hung-up').dropped).toHaveLength(1);
  expect(judge('restart-asterisk', 'in-queue', silentBetween(0, 0), 'pbx-hung-up').dropped).toEqual([]);
});

test('menus go on while the database is away', () => {
  expect(judge('restart-postgres', 'in-menu', silentBetween(101_000, 106_000)).findings).toEqual([]);
  expect(judge('restart-postgres', 'in-menu', silentBetween(90_000, 120_000)).findings).toHaveLength(1);
});

test('places in the queue are kept when the order is the same', () => {
  expect(keptPlaces(['a', 'b'], ['a', 'x', 'b', 'y'])).toBe(true);
  expect(keptPlaces(['a', 'b'], ['b', 'a'])).toBe(false);
  expect(keptPlaces(['a', 'b'], ['a'])).toBe(false);
});
