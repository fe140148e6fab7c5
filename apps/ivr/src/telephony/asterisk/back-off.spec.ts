import { backOffMs } from './back-off';

describe('back-off', () => {
  it('doubles from 250 ms and never exceeds 12 s', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 1_000].map((attempt) => backOffMs(attempt, 0.5))).toEqual([
      250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
    ]);
    expect(backOffMs(1_000, 1)).toBe(12_000);
    expect(backOffMs(1, 0)).toBe(200);
  });
});
