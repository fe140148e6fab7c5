import { localDate } from '../shared';
import { daysCovered, parseCalendarWarningPolicy } from './calendar-coverage';
import { CHINESE_CALENDAR, CHINESE_CALENDAR_DOCUMENT } from './chinese-calendar';
import { parseChineseDays } from './chinese-days';
import { withYear, type YearImport } from './import-year';
import { buildCalendar, type CalendarOverride, countWorkingDays, isWorkingDay } from './working-calendar';

const day = (date: string, kind: CalendarOverride['kind'] = 'holiday'): CalendarOverride => ({
  date: localDate(date),
  kind,
  nameZh: '元旦',
  nameEn: "New Year's Day",
});
const yearOf = (year: number, overrides: readonly CalendarOverride[]): YearImport => ({
  year,
  source: 'by hand',
  sourceVersion: '1',
  overrides,
});

test('the next year follows: it is known, and what was known stays', () => {
  const change = withYear(
    CHINESE_CALENDAR_DOCUMENT,
    yearOf(2027, [day('2027-01-01'), day('2027-01-03', 'extra-working-day')]),
  );
  if (!change.ok) throw new Error('refused');
  const calendar = buildCalendar(change.value.document);
  expect(calendar.document.coverage).toEqual({ from: '2024-01-01', to: '2027-12-31' });
  expect(isWorkingDay(calendar, localDate('2027-01-01'))).toBe(false);
  expect(isWorkingDay(calendar, localDate('2027-01-03'))).toBe(true);
  expect(countWorkingDays(calendar, localDate('2026-01-01'), localDate('2026-12-31'))).toBe(248);
  expect(change.value.added).toEqual(['2027-01-01', '2027-01-03']);
});

test('a year that is there already is replaced: what is new, what is changed and what is gone is told', () => {
  const kept = CHINESE_CALENDAR_DOCUMENT.overrides.filter(({ date }) => date.startsWith('2026-'));
  const [gone, altered, ...others] = kept as [CalendarOverride, CalendarOverride, ...CalendarOverride[]];
  const imported = [{ ...altered, nameEn: 'another name' }, ...others, day('2026-11-12')];
  const change = withYear(CHINESE_CALENDAR_DOCUMENT, yearOf(2026, imported));
  expect(change).toMatchObject({
    ok: true,
    value: { added: ['2026-11-12'], changed: [altered.date], removed: [gone.date] },
  });
  const again = change.ok && withYear(change.value.document, yearOf(2026, imported));
  expect(again).toMatchObject({ ok: true, value: { added: [], changed: [], removed: [] } });
});

test.each<[string, YearImport, string, string]>([
  ['no day', yearOf(2027, []), 'rows', 'no day of 2027'],
  ['a day of another year', yearOf(2027, [day('2026-01-01')]), 'rows[0].date', 'is not in 2027'],
  ['a day twice', yearOf(2027, [day('2027-01-01'), day('2027-01-01')]), 'rows[1].date', 'given twice'],
  [
    'no date',
    yearOf(2027, [{ ...day('2027-01-01'), date: '2027-02-30' as never }]),
    'rows[0].date',
    'is no date',
  ],
  ['a year behind a gap', yearOf(2028, [day('2028-01-01')]), 'year', 'import the years between first'],
  ['a year before a gap', yearOf(2022, [day('2022-01-01')]), 'year', 'import the years between first'],
])('%s is refused', (_, imported, path, problem) => {
  expect(withYear(CHINESE_CALENDAR_DOCUMENT, imported)).toEqual({
    ok: false,
    error: [{ path, problem: expect.stringContaining(problem) as string }],
  });
});

test('chinese-days: holidays, make-up days, and rest days swapped in, which are no days of work', () => {
  const file = {
    holidays: {
      '2026-12-31': 'Other,别的,1',
      '2027-01-01': "New Year's Day,元旦,1",
      '2027-02-11': 'Spring Festival,春节,3',
    },
    workdays: { '2027-02-14': 'Spring Festival,春节,3' },
    inLieuDays: { '2027-02-11': 'Spring Festival,春节,3' },
  };
  expect(parseChineseDays(file, 2027)).toEqual({
    ok: true,
    value: [
      { date: '2027-01-01', kind: 'holiday', nameZh: '元旦', nameEn: "New Year's Day" },
      { date: '2027-02-11', kind: 'holiday', nameZh: '春节', nameEn: 'Spring Festival', inLieu: true },
      { date: '2027-02-14', kind: 'extra-working-day', nameZh: '春节', nameEn: 'Spring Festival' },
    ],
  });
});

test.each<[unknown, string]>([
  ['text', 'chineseDays.holidays'],
  [{ holidays: [], workdays: {} }, 'chineseDays.holidays'],
  [{ holidays: {} }, 'chineseDays.workdays'],
  [{ holidays: { '2027-02-30': 'a,b,1' }, workdays: {} }, 'chineseDays.holidays.2027-02-30'],
  [{ holidays: { '2027-02-03': 7 }, workdays: {} }, 'chineseDays.holidays.2027-02-03'],
])('%j is no such file', (file, path) => {
  const parsed = parseChineseDays(file, 2027);
  expect(parsed.ok ? [] : parsed.error.map((problem) => problem.path)).toContain(path);
});

test.each([
  ['2026-11-01', 60],
  ['2026-12-31', 0],
  ['2027-01-01', -1],
])('on %s, %i days are left', (today, left) => {
  expect(daysCovered(CHINESE_CALENDAR, localDate(today))).toBe(left);
});

test('the warning comes 1 to 366 days ahead', () => {
  expect(parseCalendarWarningPolicy({ days: 90 })).toEqual({ ok: true, value: { days: 90 } });
  for (const wrong of [{ days: 0 }, { days: 60, hours: 1 }, {}])
    expect(parseCalendarWarningPolicy(wrong).ok).toBe(false);
});
