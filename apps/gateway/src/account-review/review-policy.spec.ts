import { monthsLater } from './review-policy';

describe('when the next review of accounts is', () => {
  it.each([
    ['2026-01-31T02:00:00.000Z', 1, '2026-02-28T02:00:00.000Z'],
    ['2026-08-31T02:00:00.000Z', 6, '2027-02-28T02:00:00.000Z'],
    ['2026-05-15T02:00:00.000Z', 6, '2026-11-15T02:00:00.000Z'],
    ['2024-02-29T02:00:00.000Z', 12, '2025-02-28T02:00:00.000Z'],
  ])('from %s in %i months is %s', (from, months, expected) => {
    expect(monthsLater(new Date(from), months).toISOString()).toBe(expected);
  });
});
