import type { WorkingCalendar } from '../calendar';
import { addDays, type LocalDate } from '../shared';
import type { CallDay } from './call-history';
import { forecastCalls, type ForecastSettings } from './forecast-calls';

/** Errors over held-out weeks; each week was forecast from what came before it. */
export interface ForecastMeasure {
  readonly heldOutWeeks: number;
  /** Sum of |forecast − actual| over the intervals ÷ sum of the actual (WAPE); undefined without a week to hold out. */
  readonly error?: number;
  /** The same of "as in the week before". */
  readonly naiveError?: number;
  /** error ÷ naiveError: below 1 the forecast is better than doing nothing. */
  readonly versusNaive?: number;
  /** (sum of the forecast − sum of the actual) ÷ sum of the actual. */
  readonly bias?: number;
}

/** Measures the forecast on the last `weeks` whole weeks of the history. */
export function measureForecast(
  history: readonly CallDay[],
  calendar: WorkingCalendar,
  weeks: number,
  settings: ForecastSettings,
): ForecastMeasure {
  const last = history.at(-1)?.date;
  const sums = { weeks: 0, off: 0, naiveOff: 0, forecast: 0, actual: 0 };
  for (let back = weeks; last !== undefined && back >= 1; back--) {
    const from = addDays(last, 1 - 7 * back);
    addWeek(sums, history, calendar, from, settings);
  }
  if (sums.weeks === 0 || sums.actual === 0) return { heldOutWeeks: 0 };
  const error = sums.off / sums.actual;
  const naiveError = sums.naiveOff / sums.actual;
  return {
    heldOutWeeks: sums.weeks,
    error,
    naiveError,
    ...(naiveError > 0 && { versusNaive: error / naiveError }),
    bias: (sums.forecast - sums.actual) / sums.actual,
  };
}

interface Sums {
  weeks: number;
  off: number;
  naiveOff: number;
  forecast: number;
  actual: number;
}

function addWeek(
  sums: Sums,
  history: readonly CallDay[],
  calendar: WorkingCalendar,
  from: LocalDate,
  settings: ForecastSettings,
): void {
  const to = addDays(from, 6);
  const byDate = new Map(history.map((day) => [day.date, day]));
  const forecast = forecastCalls(history, calendar, { from, to }, settings);
  let counted = 0;
  for (const { date, minute, calls } of forecast) {
    const slot = minute / settings.slotMinutes;
    const actual = byDate.get(date)?.calls[slot];
    const naive = byDate.get(addDays(date, -7))?.calls[slot];
    if (actual === undefined || naive === undefined) continue;
    counted++;
    sums.off += Math.abs(calls - actual);
    sums.naiveOff += Math.abs(naive - actual);
    sums.forecast += calls;
    sums.actual += actual;
  }
  if (counted > 0) sums.weeks++;
}
