import { SeededRandom } from '../faults/seeded-random';
import { IN_QUERY_CODE, party, STAY_SECONDS } from './guests';
import { INBOUND_FAULTS } from './inbound-faults';

test.each(INBOUND_FAULTS)('%s meets as many callers as asked for, each with its own number', (fault) => {
  const { talkers, others, beginners, newcomers } = party(fault, 100, 5, 3, new SeededRandom(1));
  expect(talkers).toHaveLength(5);
  expect(others).toHaveLength(95);
  expect(newcomers).toHaveLength(10);
  const guests = [...talkers, ...others, ...beginners, ...newcomers];
  expect(new Set(guests.map(({ call }) => call.from)).size).toBe(guests.length);
  for (const { call } of others) {
    const keyed = (call.keys ?? []).reduce((sum, { afterMs }) => sum + afterMs, 0) / 1_000;
    expect(keyed + (call.seconds ?? 0)).toBeLessThanOrEqual(STAY_SECONDS[fault] + 6);
  }
});

test('some call in the very moment in which the process dies, and wait until it is back', () => {
  const { beginners } = party('kill-ivr', 100, 5, 0, new SeededRandom(1));
  expect(beginners).toHaveLength(10);
  for (const { call } of beginners) expect(call.ringSeconds).toBe(STAY_SECONDS['kill-ivr']);
});

test.each(['restart-nats', 'kill-ticket'] as const)(
  'callers wait for data where %s takes it away',
  (fault) => {
    const { others } = party(fault, 100, 5, 0, new SeededRandom(1));
    const lookingUp = others.filter(({ where }) => where === 'in-look-up');
    expect(lookingUp.length).toBeGreaterThan(20);
    for (const { call } of lookingUp) {
      expect((call.keys ?? []).map(({ key }) => key).join('')).toMatch(IN_QUERY_CODE);
    }
  },
);
