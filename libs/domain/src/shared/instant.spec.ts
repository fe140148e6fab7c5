import fc from 'fast-check';
import { addSeconds, instantAt, laterOf, localDateAt, minuteOfDayAt } from './instant';
import { formatTimeOfDay, parseTimeOfDay, rangesOverlap } from './local-time';

test.each([
  ['2026-11-21T15:59:59Z', '2026-11-21', 1439],
  ['2026-11-21T16:00:00Z', '2026-11-22', 0],
  ['2026-11-21T23:59:00Z', '2026-11-22', 479],
  ['2026-11-22T01:00:00Z', '2026-11-22', 540],
])('%s is %s, minute %i, in Shanghai', (utc, date, minute) => {
  expect(localDateAt(new Date(utc))).toBe(date);
  expect(minuteOfDayAt(new Date(utc))).toBe(minute);
});

test('another zone has another day', () => {
  expect(localDateAt(new Date('2026-11-22T03:00:00Z'), -300)).toBe('2026-11-21');
});

test('a local minute and its instant lead to one another, in any zone', () => {
  const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.integer({ min: -720, max: 840 }), (at, offset) => {
      const back = instantAt(localDateAt(at, offset), minuteOfDayAt(at, offset), offset);
      expect(at.getTime() - back.getTime()).toBeGreaterThanOrEqual(0);
      expect(at.getTime() - back.getTime()).toBeLessThan(60_000);
    }),
  );
});

test('small steps', () => {
  const at = new Date('2026-01-01T00:00:00Z');
  expect(addSeconds(at, 1.5).toISOString()).toBe('2026-01-01T00:00:01.500Z');
  expect(laterOf(at, addSeconds(at, 1))).toEqual(addSeconds(at, 1));
  expect(laterOf(addSeconds(at, 1), at)).toEqual(addSeconds(at, 1));
});

test.each([
  ['00:00', 0],
  ['09:30', 570],
  ['17:30', 1050],
  ['24:00', 1440],
])('%s is minute %i', (text, minute) => {
  expect(parseTimeOfDay(text)).toBe(minute);
  expect(formatTimeOfDay(minute)).toBe(text);
});

test.each(['24:01', '9:30', '12:60', '25:00', '', 'noon', '09:30:00'])('"%s" is no time of day', (text) => {
  expect(parseTimeOfDay(text)).toBeUndefined();
});

test('ranges that only touch do not overlap', () => {
  const range = (fromMinute: number, toMinute: number) => ({ fromMinute, toMinute });
  expect(rangesOverlap(range(0, 60), range(60, 120))).toBe(false);
  expect(rangesOverlap(range(0, 61), range(60, 120))).toBe(true);
});
