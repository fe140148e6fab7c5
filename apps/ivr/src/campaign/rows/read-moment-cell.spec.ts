import { readMomentCell } from './read-moment-cell';

describe('a time in a cell', () => {
  it.each([
    ['2026-03-02 09:30', '2026-03-02T09:30'],
    ['2026/3/2 9:30', '2026-03-02T09:30'],
    ['2026年3月2日9:30', '2026-03-02T09:30'],
    ['2026-03-02T09:30:15', '2026-03-02T09:30'],
    ['2026-03-02T16:30:00.000Z', '2026-03-03T00:30'],
    ['2026-03-02T09:30:00+08:00', '2026-03-02T09:30'],
  ])('%s is %s in China', (text, expected) => {
    expect(readMomentCell(text)).toBe(expected);
  });

  it.each(['2026-03-02', '2026-02-30 09:30', '2026-03-02 24:00', '9:30', 'soon', '2026-13-01T00:00:00Z'])(
    '%s is refused',
    (text) => {
      expect(readMomentCell(text)).toMatchObject({ code: 'row.bad-date' });
    },
  );
});
