import type { ForecastInterval, ForecastMeasure, LocalDate } from '@switchyard/domain';

export interface ForecastHead {
  readonly id: string;
  readonly queue: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly intervalMinutes: number;
  readonly measure: ForecastMeasure;
  readonly madeAt: Date;
  readonly madeBy: string;
}

export interface Forecast extends ForecastHead {
  readonly intervals: readonly ForecastInterval[];
}

export interface ForecastPage {
  readonly items: readonly ForecastHead[];
  readonly nextCursor?: string;
}

/** Forecasts as they were made; a later one takes the place of none. */
export abstract class Forecasts {
  abstract add(forecast: Forecast): Promise<void>;
  abstract find(id: string): Promise<Forecast | undefined>;
  abstract list(queue: string | undefined, limit: number, cursor?: string): Promise<ForecastPage>;
  /** What the latest forecast of each queue and day says of these days. */
  abstract latest(from: LocalDate, to: LocalDate): Promise<readonly Forecast[]>;
}
