import fc from 'fast-check';
import { LIST_FLAGS, VALUE_TIERS } from '../shared';
import { queuePriority } from './queue-priority';

test.each([
  ['high', 'normal', 20],
  ['high', 'red', 20],
  ['mid', 'normal', 10],
  ['ordinary', 'normal', 10],
  ['ordinary', 'red', 20],
  ['mid', 'black', 0],
  ['high', 'black', 0],
] as const)('%s tier, %s list: %i', (valueTier, listFlag, priority) => {
  expect(queuePriority({ valueTier, listFlag })).toBe(priority);
});

test('nobody comes before the high tier and the red list, nobody after the black list', () => {
  const standing = fc.record({
    valueTier: fc.constantFrom(...VALUE_TIERS),
    listFlag: fc.constantFrom(...LIST_FLAGS),
  });
  fc.assert(
    fc.property(standing, (caller) => {
      const priority = queuePriority(caller);
      expect(priority).toBeLessThanOrEqual(queuePriority({ valueTier: 'high', listFlag: 'normal' }));
      expect(priority).toBeGreaterThanOrEqual(queuePriority({ valueTier: 'ordinary', listFlag: 'black' }));
      expect(priority === queuePriority({ valueTier: 'mid', listFlag: 'black' })).toBe(
        caller.listFlag === 'black',
      );
    }),
  );
});
