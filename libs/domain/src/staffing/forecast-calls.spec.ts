import { buildCalendar, CHINESE_CALENDAR_DOCUMENT } from '../calendar';
import { addDays, lotOf, type LocalDate, localDate, weekdayOf } from '../shared';
import { callDays, type CallInterval } from './call-history';
import { callDayTypeOf } from './call-day-type';
import { forecastCalls } from './forecast-calls';
import { measureForecast } from './measure-forecast';

const calendar = buildCalendar(CHINESE_CALENDAR_DOCUMENT);
const SETTINGS = { slotMinutes: 30, halfLifeWeeks: 4, standardHandlingSeconds: 210 };

/** Calls with a week's and a day's shape; holidays at 40 %; noise drawn by lot. */
function historyOf(from: LocalDate, days: number, noise = 0.2, storm?: LocalDate): CallInterval[] {
  return Array.from({ length: days }, (_, offset) => addDays(from, offset)).flatMap((date) =>
    Array.from({ length: 48 }, (_, slot) => {
      const hour = slot / 2;
      const shape = hour < 8 || hour >= 22 ? 0.1 : 1 + Math.sin(((hour - 8) / 14) * Math.PI);
      const type = callDayTypeOf(calendar, date);
      const level = type === 'holiday' ? 0.4 : type === 'make-up' ? 1 : weekdayOf(date) >= 6 ? 0.6 : 1;
      const lot = lotOf('history', `${date} ${slot}`) * 2 - 1;
      const calls = 40 * shape * level * (1 + noise * lot) * (date === storm ? 6 : 1);
      return { date, minute: slot * 30, calls: Math.round(calls), handlingSeconds: 180 };
    }),
  );
}
const totalOf = (forecast: readonly { calls: number; date: LocalDate }[], date: LocalDate) =>
  forecast.filter((interval) => interval.date === date).reduce((sum, { calls }) => sum + calls, 0);

test('the forecast follows weekday and time of day, and beats the week before on held-out weeks', () => {
  const history = callDays(historyOf(localDate('2026-06-01'), 84), 30);
  const [from, to] = [localDate('2026-08-24'), localDate('2026-08-30')];
  const forecast = forecastCalls(history, calendar, { from, to }, SETTINGS);
  expect(forecast).toHaveLength(7 * 48);
  expect(totalOf(forecast, from) / totalOf(forecast, to)).toBeCloseTo(1 / 0.6, 1);
  const at = (minute: number) => forecast.find((interval) => interval.minute === minute)?.calls ?? 0;
  expect(at(15 * 60)).toBeGreaterThan(5 * at(3 * 60));
  expect(forecast.every(({ handlingSeconds }) => Math.abs(handlingSeconds - 180) < 1)).toBe(true);
  const measure = measureForecast(history, calendar, 2, SETTINGS);
  expect(measure.heldOutWeeks).toBe(2);
  expect(measure.versusNaive).toBeLessThan(0.9);
  expect(Math.abs(measure.bias ?? 1)).toBeLessThan(0.05);
});

test('a holiday is forecast from past holidays, a make-up day as a working day', () => {
  const history = callDays(historyOf(localDate('2026-04-01'), 180), 30);
  const span = { from: localDate('2026-09-28'), to: localDate('2026-10-12') };
  const forecast = forecastCalls(history, calendar, span, SETTINGS);
  const [holiday, before] = [
    totalOf(forecast, localDate('2026-10-01')),
    totalOf(forecast, localDate('2026-09-28')),
  ];
  expect(holiday / before).toBeCloseTo(0.4, 1);
  expect(totalOf(forecast, localDate('2026-10-10')) / before).toBeCloseTo(1, 1);
});

test('without a past holiday it is as a Sunday', () => {
  const history = callDays(historyOf(localDate('2026-07-01'), 84, 0), 30);
  const span = { from: localDate('2026-10-01'), to: localDate('2026-10-01') };
  const day = forecastCalls(history, calendar, span, SETTINGS);
  const sunday = { from: localDate('2026-10-11'), to: localDate('2026-10-11') };
  expect(totalOf(day, span.from)).toBeCloseTo(
    totalOf(forecastCalls(history, calendar, sunday, SETTINGS), sunday.from),
    -1,
  );
});

test('one storm does not come back every week', () => {
  const start = localDate('2026-06-01');
  const calm = callDays(historyOf(start, 84), 30);
  const stormy = callDays(historyOf(start, 84, 0.2, localDate('2026-08-17')), 30);
  const monday = { from: localDate('2026-08-24'), to: localDate('2026-08-24') };
  const [usual, afterStorm] = [calm, stormy].map((days) =>
    totalOf(forecastCalls(days, calendar, monday, SETTINGS), monday.from),
  ) as [number, number];
  expect(afterStorm / usual).toBeLessThan(1.15);
});

test('a day of which nothing is known is no day without calls', () => {
  const history = historyOf(localDate('2026-06-01'), 84, 0);
  const gap = history.filter(({ date }) => date !== '2026-08-17' && date !== '2026-08-10');
  const monday = { from: localDate('2026-08-24'), to: localDate('2026-08-24') };
  const [whole, holed] = [history, gap].map((days) =>
    totalOf(forecastCalls(callDays(days, 30), calendar, monday, SETTINGS), monday.from),
  ) as [number, number];
  expect(holed).toBeCloseTo(whole, 6);
});

test('without history there is no forecast, and no measure', () => {
  const span = { from: localDate('2026-08-24'), to: localDate('2026-08-24') };
  expect(forecastCalls([], calendar, span, SETTINGS)).toEqual([]);
  expect(measureForecast([], calendar, 2, SETTINGS)).toEqual({ heldOutWeeks: 0 });
});
