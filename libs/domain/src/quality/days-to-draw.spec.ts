import { localDate } from '../shared';
import { daysToDraw, mondayOf, weeksToDraw } from './days-to-draw';

const days = (...texts: string[]) => new Set(texts.map(localDate));
const today = localDate('2026-03-11');
const drawnDays = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `2026-03-${String(from + at).padStart(2, '0')}`);

test('before the first draw only yesterday is due', () => {
  expect(daysToDraw(today, { days: days(), weeks: days() }, 31)).toEqual(['2026-03-10']);
});

test('missed days are caught up, the oldest first', () => {
  const drawn = { days: days('2026-03-05', '2026-03-08'), weeks: days(), firstDay: localDate('2026-03-05') };
  expect(daysToDraw(today, drawn, 31)).toEqual(['2026-03-06', '2026-03-07', '2026-03-09', '2026-03-10']);
  expect(daysToDraw(today, drawn, 2)).toEqual(['2026-03-09', '2026-03-10']);
});

test('a week is due when it is over and all its days are drawn', () => {
  const drawn = (to: number, weeks = days()) => ({
    days: days(...drawnDays(2, to)),
    weeks,
    firstDay: localDate('2026-03-02'),
  });
  expect(weeksToDraw(today, drawn(8), 31)).toEqual(['2026-03-02']);
  expect(weeksToDraw(today, drawn(7), 31)).toEqual([]);
  expect(weeksToDraw(today, drawn(10, days('2026-03-02')), 31)).toEqual([]);
  expect(weeksToDraw(localDate('2026-03-08'), drawn(8), 31)).toEqual([]);
  expect(weeksToDraw(localDate('2026-03-09'), drawn(8), 31)).toEqual(['2026-03-02']);
});

test('the first week may begin in its middle', () => {
  const drawn = { days: days(...drawnDays(5, 8)), weeks: days(), firstDay: localDate('2026-03-05') };
  expect(weeksToDraw(today, drawn, 31)).toEqual(['2026-03-02']);
});

test('a week begins on Monday, also across a year', () => {
  expect(mondayOf(localDate('2026-01-01'))).toBe('2025-12-29');
  expect(mondayOf(localDate('2026-03-08'))).toBe('2026-03-02');
});
