import { CHINESE_CALENDAR } from '../../calendar';
import { localDate } from '../../shared';
import { parseServiceHours, STANDARD_SERVICE_HOURS_DOCUMENT } from './parse-service-hours';
import { closeOfBusiness, segmentsOn, STANDARD_SERVICE_HOURS } from './service-hours';

const SEGMENTS = [{ from: '08:30', to: '12:00' }];
const DOCUMENT = { days: 'working-days', segments: SEGMENTS, weekdays: [{ weekday: 1, segments: SEGMENTS }] };
const FROM = localDate('2026-06-01');

test('hours of their own on a weekday, from a date on, but not on a make-up working day', () => {
  const parsed = parseServiceHours(
    { ...DOCUMENT, weekdays: [{ weekday: 7, segments: SEGMENTS }, ...DOCUMENT.weekdays] },
    FROM,
  );
  if (!parsed.ok) throw new Error('refused');
  const whole = { ...parsed.value, segments: [{ fromMinute: 0, toMinute: 1440 }] };
  const calendar = { working: CHINESE_CALENDAR, hours: [STANDARD_SERVICE_HOURS, whole] as const };
  const on = (date: string) => segmentsOn(calendar, localDate(date));
  expect(on('2026-05-25')).toEqual(STANDARD_SERVICE_HOURS.segments);
  expect(on('2026-06-01')).toEqual([{ fromMinute: 510, toMinute: 720 }]);
  expect(on('2026-06-02')).toEqual([{ fromMinute: 0, toMinute: 1440 }]);
  expect(on('2026-06-07')).toEqual([]);
  expect(on('2026-09-20')).toEqual([{ fromMinute: 0, toMinute: 1440 }]);
  expect(closeOfBusiness(calendar, localDate('2026-06-01'))).toEqual(new Date('2026-06-01T12:00:00+08:00'));
  expect(closeOfBusiness(calendar, localDate('2026-06-02'))).toEqual(new Date('2026-06-03T00:00:00+08:00'));
});

test.each<[string, object, string]>([
  ['no segment', { segments: [] }, 'segments'],
  ['a segment that ends before it begins', { segments: [{ from: '12:00', to: '08:30' }] }, 'segments[0].to'],
  ['no time of day', { segments: [{ from: '8:30', to: '12:00' }] }, 'segments[0].from'],
  ['segments that overlap', { segments: [...SEGMENTS, { from: '11:00', to: '13:00' }] }, 'segments'],
  ['a weekday twice', { weekdays: [...DOCUMENT.weekdays, ...DOCUMENT.weekdays] }, 'weekdays[1].weekday'],
  ['an eighth weekday', { weekdays: [{ weekday: 8, segments: SEGMENTS }] }, 'weekdays[0].weekday'],
])('%s is refused', (_, changed, path) => {
  const parsed = parseServiceHours({ ...DOCUMENT, ...changed }, FROM);
  expect(parsed.ok ? [] : parsed.error.map((problem) => problem.path)).toContain(path);
});

test('the standard hours are what their document says', () => {
  expect(parseServiceHours(STANDARD_SERVICE_HOURS_DOCUMENT, STANDARD_SERVICE_HOURS.from)).toEqual({
    ok: true,
    value: STANDARD_SERVICE_HOURS,
  });
});
