import fc from 'fast-check';
import { addDays, localDate } from '../shared';
import { CHINESE_CALENDAR, CHINESE_CALENDAR_DOCUMENT } from './chinese-calendar';
import {
  buildCalendar,
  CalendarRefused,
  type CalendarDocument,
  countWorkingDays,
  holidayName,
  isCovered,
  isWorkingDay,
} from './working-calendar';
import { addCalendarDays, addCalendarMonths, addWorkingDays, moveOnToWorkingDay } from './working-days';

describe('China in 2026', () => {
  test.each([
    ['Thu', '2026-04-30', 2, '2026-05-07'],
    ['Fri', '2026-05-08', 1, '2026-05-09'],
    ['Fri', '2026-05-08', 2, '2026-05-11'],
    ['Fri', '2026-02-13', 1, '2026-02-14'],
    ['Fri', '2026-02-13', 2, '2026-02-24'],
    ['Fri', '2026-09-25', 9, '2026-10-14'],
    ['Fri', '2026-09-18', 1, '2026-09-20'],
    ['Sat', '2026-11-21', 1, '2026-11-23'],
    ['Mon', '2026-11-23', 5, '2026-11-30'],
    ['Mon', '2026-11-23', 0, '2026-11-23'],
    ['Sun', '2026-11-22', 0, '2026-11-23'],
  ])('%s %s + %i working days → %s', (_, from, days, to) => {
    expect(addWorkingDays(CHINESE_CALENDAR, localDate(from), days)).toEqual({ date: to, provisional: false });
  });

  test('has 248 working days', () => {
    expect(countWorkingDays(CHINESE_CALENDAR, localDate('2026-01-01'), localDate('2026-12-31'))).toBe(248);
  });

  test('one month from 31 January is Saturday 28 February, which works', () => {
    expect(addCalendarMonths(CHINESE_CALENDAR, localDate('2026-01-31'), 1).date).toBe('2026-02-28');
  });

  test.each([
    ['2026-09-29', 2, '2026-10-08'],
    ['2026-11-19', 2, '2026-11-23'],
    ['2026-11-23', 2, '2026-11-25'],
    ['2026-05-07', 2, '2026-05-09'],
  ])('%s + %i days, a last day on a rest day moves on → %s', (from, days, to) => {
    expect(addCalendarDays(CHINESE_CALENDAR, localDate(from), days).date).toBe(to);
  });

  test.each([
    ['2026-10-01', '国庆节', 'National Day', false],
    ['2026-09-20', '国庆节', 'National Day', true],
    ['2026-02-17', '春节', 'Spring Festival', false],
    ['2026-11-23', undefined, undefined, true],
    ['2026-11-22', undefined, undefined, false],
  ])('%s: %s, %s, works %s', (date, zh, en, works) => {
    expect(holidayName(CHINESE_CALENDAR, localDate(date))).toBe(zh);
    expect(holidayName(CHINESE_CALENDAR, localDate(date), 'en')).toBe(en);
    expect(isWorkingDay(CHINESE_CALENDAR, localDate(date))).toBe(works);
  });

  test('rest days swapped in are told from statutory holidays, and are no make-up working days', () => {
    expect(CHINESE_CALENDAR.overrides.get(localDate('2026-10-06'))).toMatchObject({
      kind: 'holiday',
      inLieu: true,
    });
    expect(CHINESE_CALENDAR.overrides.get(localDate('2026-10-01'))?.inLieu).toBeUndefined();
    for (const override of CHINESE_CALENDAR_DOCUMENT.overrides) {
      expect(override.inLieu && override.kind === 'extra-working-day').toBeFalsy();
    }
  });

  test('the data say where they come from', () => {
    expect(CHINESE_CALENDAR_DOCUMENT).toMatchObject({ source: 'chinese-days', sourceVersion: '1.5.7' });
    expect(CHINESE_CALENDAR_DOCUMENT.coverage).toEqual({ from: '2024-01-01', to: '2026-12-31' });
  });
});

describe('beyond the coverage nothing is silently wrong', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-12-30', 2, '2027-01-01'],
    ['2027-03-01', 1, '2027-03-02'],
  ])('%s + %i → %s, provisional', (from, days, to) => {
    expect(addWorkingDays(CHINESE_CALENDAR, localDate(from), days)).toEqual({ date: to, provisional: true });
  });

  test('a result inside is firm', () => {
    expect(addWorkingDays(CHINESE_CALENDAR, localDate('2026-12-30'), 1).provisional).toBe(false);
    expect(isCovered(CHINESE_CALENDAR, localDate('2023-12-31'))).toBe(false);
    expect(isCovered(CHINESE_CALENDAR, localDate('2024-01-01'))).toBe(true);
  });
});

describe('a calendar that makes no sense is refused', () => {
  const document = CHINESE_CALENDAR_DOCUMENT;
  const holiday = document.overrides[0]!;
  test.each<[string, CalendarDocument, string]>([
    ['no working weekday', { ...document, workingWeekdays: [] }, 'no-working-weekday'],
    ['weekdays that are none', { ...document, workingWeekdays: [0, 8] as never }, 'no-working-weekday'],
    [
      'coverage backwards',
      { ...document, coverage: { from: localDate('2026-01-02'), to: localDate('2026-01-01') } },
      'bad-coverage',
    ],
    [
      'a date that is none',
      { ...document, overrides: [{ ...holiday, date: '2026-02-30' as never }] },
      'bad-date',
    ],
    [
      'a day twice',
      { ...document, overrides: [holiday, { ...holiday, kind: 'extra-working-day' }] },
      'day-overridden-twice',
    ],
  ])('%s', (_, bad, code) => {
    expect(() => buildCalendar(bad)).toThrow(CalendarRefused);
    expect(() => buildCalendar(bad)).toThrow(expect.objectContaining({ code }) as Error);
  });

  test('a calendar may cover a single day', () => {
    const day = localDate('2026-01-01');
    expect(
      isCovered(buildCalendar({ ...document, coverage: { from: day, to: day }, overrides: [] }), day),
    ).toBe(true);
  });

  test('a closure of more than a year ends the search with an error', () => {
    const overrides = Array.from({ length: 400 }, (_, day) => ({
      ...holiday,
      date: addDays(localDate('2026-01-01'), day),
    }));
    const closed = buildCalendar({ ...document, overrides });
    expect(() => moveOnToWorkingDay(closed, localDate('2026-01-01'))).toThrow(RangeError);
  });

  test.each([-1, 1.5, Number.NaN])('%d is no count of working days', (days) => {
    expect(() => addWorkingDays(CHINESE_CALENDAR, localDate('2026-11-23'), days)).toThrow(RangeError);
  });
});

test.each([[[2, 4]], [[7]], [[3, 6, 7]]])('a week that works on %j only (osTicket#6739)', (weekdays) => {
  const calendar = buildCalendar({
    ...CHINESE_CALENDAR_DOCUMENT,
    workingWeekdays: weekdays as never,
    overrides: [],
  });
  const { date } = addWorkingDays(calendar, localDate('2026-11-23'), weekdays.length);
  expect(countWorkingDays(calendar, localDate('2026-11-24'), date)).toBe(weekdays.length);
});

test('the n-th working day works, and exactly n working days lie behind the start', () => {
  const days = fc.integer({ min: 0, max: 900 }).map((offset) => addDays(localDate('2024-01-01'), offset));
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 40 }), (start, n) => {
      const { date } = addWorkingDays(CHINESE_CALENDAR, start, n);
      expect(isWorkingDay(CHINESE_CALENDAR, date)).toBe(true);
      expect(countWorkingDays(CHINESE_CALENDAR, addDays(start, 1), date)).toBe(n);
    }),
  );
});
