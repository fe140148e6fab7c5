import fc from 'fast-check';
import { CHINESE_CALENDAR } from '../calendar';
import { instantAt, localDate, localDateAt, minuteOfDayAt, parseTimeOfDay } from '../shared';
import {
  afterOpenMinutes,
  type CallingHours,
  callingHours,
  isProvisionalAt,
  lastClosing,
  mayDialAt,
  nextOpening,
  openMinutesUntil,
  openSpans,
} from './calling-window';
import { nextPartBegins, partOfDay } from './part-of-day';
import { STANDARD_POLICY, TEST_POLICY } from './standard-policy';

/** '2026-11-23 09:00' or with seconds, in Shanghai. */
const at = (text: string): Date =>
  new Date(`${text.replace(' ', 'T')}${text.length === 16 ? ':00' : ''}+08:00`);

const noMargin = { ...STANDARD_POLICY, closingMarginSeconds: 0 };
const resident = callingHours(noMargin, 'resident', CHINESE_CALENDAR);
const organisation = callingHours(noMargin, 'organisation', CHINESE_CALENDAR);
const always = callingHours(TEST_POLICY, 'resident', CHINESE_CALENDAR);

test.each<[string, CallingHours, string, boolean]>([
  ['before nine', resident, '2026-11-23 08:59:59', false],
  ['nine sharp', resident, '2026-11-23 09:00', true],
  ['the last second before noon', resident, '2026-11-23 11:59:59', true],
  ['noon: rest time', resident, '2026-11-23 12:00', false],
  ['half past one: rest time', resident, '2026-11-23 13:30', false],
  ['two', resident, '2026-11-23 14:00', true],
  ['the evening', resident, '2026-11-23 19:59:59', true],
  ['eight in the evening', resident, '2026-11-23 20:00', false],
  ['the night', resident, '2026-11-24 03:00', false],
  ['residents on a Sunday', resident, '2026-11-22 10:00', true],
  ['residents on National Day', resident, '2026-10-01 10:00', true],
  ['an organisation on a Monday', organisation, '2026-11-23 10:00', true],
  ['an organisation in the evening', organisation, '2026-11-23 18:00', false],
  ['an organisation at 17:30', organisation, '2026-11-23 17:30', false],
  ['an organisation on a Sunday', organisation, '2026-11-22 10:00', false],
  ['an organisation on a holiday', organisation, '2026-10-01 10:00', false],
  ['an organisation on a make-up Sunday', organisation, '2026-09-20 10:00', true],
  ['the lab at night', always, '2026-11-23 03:00', true],
])('%s: may dial %#', (_, hours, now, expected) => {
  expect(mayDialAt(hours, at(now))).toBe(expected);
});

test('a sole trader keeps the hours of an organisation', () => {
  expect(callingHours(noMargin, 'sole-trader', CHINESE_CALENDAR).windows).toEqual(organisation.windows);
});

test('no call begins in the margin before closing', () => {
  const hours = callingHours(STANDARD_POLICY, 'resident', CHINESE_CALENDAR);
  expect(mayDialAt(hours, at('2026-11-23 19:58:59'))).toBe(true);
  expect(mayDialAt(hours, at('2026-11-23 19:59:00'))).toBe(false);
  expect(nextOpening(hours, at('2026-11-23 11:59:30'))).toEqual(at('2026-11-23 14:00'));
});

test('the called party’s zone decides', () => {
  const urumqiByTheSun = callingHours(noMargin, 'resident', CHINESE_CALENDAR, 360);
  expect(mayDialAt(urumqiByTheSun, at('2026-11-23 10:00'))).toBe(false);
  expect(mayDialAt(urumqiByTheSun, at('2026-11-23 11:00'))).toBe(true);
});

test.each<[string, CallingHours, string, string]>([
  ['open: now', resident, '2026-11-23 09:30', '2026-11-23 09:30'],
  ['early morning', resident, '2026-11-23 06:00', '2026-11-23 09:00'],
  ['rest time', resident, '2026-11-23 12:30', '2026-11-23 14:00'],
  ['night', resident, '2026-11-23 21:00', '2026-11-24 09:00'],
  ['an organisation on Friday evening', organisation, '2026-11-20 18:00', '2026-11-23 09:00'],
  ['an organisation before the Golden Week', organisation, '2026-09-30 17:30', '2026-10-08 09:00'],
  ['an organisation before a make-up Sunday', organisation, '2026-09-19 10:00', '2026-09-20 09:00'],
  ['across the year', resident, '2026-12-31 20:00', '2027-01-01 09:00'],
])('next opening, %s', (_, hours, now, expected) => {
  expect(nextOpening(hours, at(now))).toEqual(at(expected));
});

test.each<[string, CallingHours, string, string, number]>([
  ['a whole day', resident, '2026-11-23 00:00', '2026-11-24 00:00', 540],
  ['from the middle of a window into the next', resident, '2026-11-23 11:30', '2026-11-23 14:15', 45],
  ['inside one window', resident, '2026-11-23 09:10', '2026-11-23 09:40:30', 30.5],
  ['nothing but rest', resident, '2026-11-23 12:00', '2026-11-23 14:00', 0],
  ['a deadline that has passed', resident, '2026-11-23 10:00', '2026-11-23 09:00', 0],
  ['an organisation over a weekend', organisation, '2026-11-20 17:00', '2026-11-23 09:30', 60],
  ['day and night', always, '2026-11-23 00:00', '2026-11-25 00:00', 2880],
])('open minutes: %s', (_, hours, now, deadline, minutes) => {
  expect(openMinutesUntil(hours, at(now), at(deadline))).toBeCloseTo(minutes, 9);
});

test('midnight closes nothing where it is open on both sides', () => {
  const hours = { ...always, closingMarginSeconds: 60 };
  expect(mayDialAt(hours, at('2026-11-23 23:59:30'))).toBe(true);
});

test.each([
  ['2026-11-23 09:00', 60, '2026-11-23 10:00'],
  ['2026-11-23 11:30', 60, '2026-11-23 14:30'],
  ['2026-11-23 19:00', 120, '2026-11-24 10:00'],
  ['2026-11-23 06:00', 0, '2026-11-23 09:00'],
  ['2026-11-23 09:00', 180, '2026-11-23 12:00'],
])('from %s, %i open minutes have gone by at %s', (now, minutes, expected) => {
  expect(afterOpenMinutes(resident, at(now), minutes)).toEqual(at(expected));
});

test('an endless wait is told, not returned', () => {
  const endless = [{ ...CHINESE_CALENDAR.document.overrides[0]!, date: localDate('2026-01-01') }];
  const calendar = {
    ...CHINESE_CALENDAR,
    weekdays: new Set<never>(),
    overrides: new Map(endless.map((o) => [o.date, o])),
  };
  const closed = { ...organisation, calendar };
  expect(() => nextOpening(closed, at('2026-01-01 00:00'))).toThrow(RangeError);
  expect(afterOpenMinutes(closed, at('2026-01-01 00:00'), 5)).toBeUndefined();
});

test('the last closing of a day', () => {
  expect(lastClosing(resident, localDate('2026-11-22'))).toEqual(at('2026-11-22 20:00'));
  expect(lastClosing(organisation, localDate('2026-11-23'))).toEqual(at('2026-11-23 17:30'));
  expect(lastClosing(organisation, localDate('2026-11-22'))).toBeUndefined();
});

test('working days beyond the calendar’s coverage are provisional; every day is every day', () => {
  expect(isProvisionalAt(organisation, at('2027-01-04 10:00'))).toBe(true);
  expect(isProvisionalAt(organisation, at('2026-12-31 10:00'))).toBe(false);
  expect(isProvisionalAt(resident, at('2027-01-04 10:00'))).toBe(false);
});

describe('at any instant of 2026', () => {
  const instants = fc.date({ min: at('2026-01-01 00:00'), max: at('2026-12-31 23:59'), noInvalidDate: true });
  const hours = fc.constantFrom(
    resident,
    organisation,
    callingHours(STANDARD_POLICY, 'resident', CHINESE_CALENDAR),
  );

  test('the next opening is open, not earlier than now, and nothing opens between', () => {
    fc.assert(
      fc.property(instants, hours, fc.nat(1000), (now, of, permille) => {
        const opening = nextOpening(of, now);
        expect(mayDialAt(of, opening)).toBe(true);
        expect(opening.getTime()).toBeGreaterThanOrEqual(now.getTime());
        const between = new Date(now.getTime() + ((opening.getTime() - now.getTime()) * permille) / 1001);
        if (between < opening) expect(mayDialAt(of, between)).toBe(false);
      }),
    );
  });

  test('nobody is ever called in rest time', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom('resident', 'organisation', 'sole-trader'), (now, kind) => {
        if (!mayDialAt(callingHours(STANDARD_POLICY, kind, CHINESE_CALENDAR), now)) return;
        const minute = minuteOfDayAt(now);
        for (const rest of STANDARD_POLICY.restTimes) {
          expect(minute >= rest.fromMinute && minute < rest.toMinute).toBe(false);
        }
      }),
    );
  });

  test('open minutes until the instant after so many open minutes are so many', () => {
    fc.assert(
      fc.property(instants, hours, fc.integer({ min: 1, max: 3000 }), (now, of, minutes) => {
        const then = afterOpenMinutes(of, now, minutes)!;
        expect(openMinutesUntil(of, now, then)).toBeCloseTo(minutes, 6);
      }),
    );
  });

  test('spans are in order, apart, and inside the day', () => {
    fc.assert(
      fc.property(instants, hours, (now, of) => {
        let end = now;
        let count = 0;
        for (const span of openSpans(of, now)) {
          expect(span.from.getTime()).toBeGreaterThanOrEqual(end.getTime());
          expect(span.to.getTime()).toBeGreaterThan(span.from.getTime());
          expect(localDateAt(new Date(span.to.getTime() - 1))).toBe(localDateAt(span.from));
          end = span.to;
          if (++count > 10) break;
        }
      }),
    );
  });
});

test.each([
  ['09:00', 'morning'],
  ['11:59', 'morning'],
  ['12:00', 'afternoon'],
  ['17:59', 'afternoon'],
  ['18:00', 'evening'],
  ['23:59', 'evening'],
])('%s is %s', (time, part) => {
  const now = instantAt(localDate('2026-11-23'), parseTimeOfDay(time)!);
  expect(partOfDay(now)).toBe(part);
  expect(partOfDay(nextPartBegins(now))).not.toBe(part);
});
