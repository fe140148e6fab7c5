import { parseCallers } from './callers';
import { type MeasuredCall, menuFigures } from './menu-figures';

const call = (begunAt: number, seconds = 2.6): MeasuredCall => ({
  begunAt,
  answeredAt: begunAt,
  endedAt: begunAt + seconds * 1000,
  well: true,
});
const steady = Array.from({ length: 140 }, (_, index) => call(index * 100));
const window = { from: 4_000, to: 10_000, offeredPerSecond: 10 };

describe('figures of a menu at one rate', () => {
  it('holds a rate at which callers are done as fast as they come', () => {
    expect(menuFigures(steady, window, 2.6)).toMatchObject({
      callsPerSecond: 10,
      failedShare: 0,
      concurrentCalls: 26,
      sustained: true,
    });
  });

  it.each<[string, MeasuredCall[], string]>([
    [
      'a call in a hundred that fails',
      steady.map((one, index) => ({ ...one, well: index % 50 !== 0 })),
      'failed',
    ],
    ['calls that take too long', steady.map(({ begunAt }) => call(begunAt, 3)), 'calls of 3.00 s'],
    ['calls that pile up', steady.filter((_, index) => index % 10 !== 0), 'only 9/s done'],
  ])('does not hold with %s', (_, calls, shortfall) => {
    const figures = menuFigures(calls, window, 2.6);
    expect(figures.sustained).toBe(false);
    expect(figures.shortfall).toContain(shortfall);
  });

  it("reads the callers' own log", () => {
    const log = [
      '2026-03-02T10:00:00.000+0000 ANSWERED caller 1-7@a',
      '2026-03-02T10:00:01.000+0000 PRESSED caller 1-7@a 1',
      '2026-03-02T10:00:02.600+0000 BYE caller 1-7@a 75',
      '2026-03-02T10:00:02.700+0000 REFUSED caller 2-7@a 503',
      '2026-03-02T10:00:02.800+0000 ANSW',
    ].join('\n');
    const at = Date.parse('2026-03-02T10:00:00Z');
    expect(parseCallers(log)).toEqual([
      { begunAt: at, answeredAt: at, endedAt: at + 2_600, well: true },
      { begunAt: at + 2_700, endedAt: at + 2_700, well: false },
    ]);
  });
});
