import fc from 'fast-check';
import { addDays, addMonths, daysBetween, localDate, parseLocalDate, weekdayOf } from './local-date';

test.each(['2026-02-28', '2024-02-29', '0001-01-01', '9999-12-31'])('"%s" is a date', (text) => {
  expect(parseLocalDate(text)).toBe(text);
});

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-2-3',
  '2026-02-03T00:00',
  '0000-01-01',
  '',
  '二月',
])('"%s" is none', (text) => {
  expect(parseLocalDate(text)).toBeUndefined();
  expect(() => localDate(text)).toThrow(RangeError);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-05-31', 12, '2027-05-31'],
])('%s + %i months → %s', (from, months, to) => {
  expect(addMonths(localDate(from), months)).toBe(to);
});

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-01', -1, '2026-02-28'],
])('%s + %i days → %s', (from, days, to) => {
  expect(addDays(localDate(from), days)).toBe(to);
});

test.each([
  ['2026-11-22', 7],
  ['2026-11-23', 1],
  ['2026-05-09', 6],
])('%s is weekday %i', (date, weekday) => {
  expect(weekdayOf(localDate(date))).toBe(weekday);
});

test('days added are days between', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (days) => {
      const start = localDate('2026-01-01');
      expect(daysBetween(start, addDays(start, days))).toBe(days);
    }),
  );
});

test('a step out of the calendar or a broken one is refused', () => {
  expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(RangeError);
  expect(() => addDays(localDate('2026-01-01'), 0.5)).toThrow(RangeError);
  expect(() => addMonths(localDate('2026-01-01'), 0.5)).toThrow(RangeError);
  expect(() => addMonths(localDate('9999-12-31'), 1)).toThrow(RangeError);
});
