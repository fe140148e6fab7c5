import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { STAFFING_ERRORS } from '@switchyard/contracts';
import {
  addDays,
  callDays,
  forecastCalls,
  instantAt,
  localDateAt,
  measureForecast,
} from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { CallHistory } from '../call-history.port';
import { type Forecast, Forecasts } from '../forecasts.port';
import type { DaySpan } from '../spans';
import { CentreCalendar } from './centre-calendar';

/**
 * Forecasts a queue from its history up to yesterday, measures the method on held-out weeks, and keeps both.
 * @throws DomainError `call-forecast.no-history`
 */
@Injectable()
export class MakeForecast {
  constructor(
    private readonly history: CallHistory,
    private readonly forecasts: Forecasts,
    private readonly calendar: CentreCalendar,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(queue: string, span: DaySpan, madeBy: string): Promise<Forecast> {
    const madeAt = this.clock.now();
    const policy = await this.policies.inForce('staffing', madeAt);
    const today = localDateAt(madeAt);
    // Half a day says little of the whole; and what is forecast is not looked at.
    const end = span.from < today ? span.from : today;
    const begin = addDays(end, -7 * policy.historyWeeks);
    const intervals = await this.history.intervals(queue, instantAt(begin, 0), instantAt(end, 0));
    const days = callDays(intervals, policy.intervalMinutes);
    if (days.length === 0) throw noHistory(queue, begin, end);
    const { halfLifeWeeks, standardHandlingSeconds, intervalMinutes } = policy;
    const settings = { slotMinutes: intervalMinutes, halfLifeWeeks, standardHandlingSeconds };
    const calendar = await this.calendar.read();
    const forecast: Forecast = {
      id: randomUUID(),
      queue,
      ...span,
      intervalMinutes,
      madeAt,
      madeBy,
      measure: measureForecast(days, calendar, policy.heldOutWeeks, settings),
      intervals: forecastCalls(days, calendar, span, settings),
    };
    await this.forecasts.add(forecast);
    return forecast;
  }
}

function noHistory(queue: string, begin: string, end: string): DomainError {
  const message = `Nothing is known of the queue ${queue} from ${begin} until ${end}; take or import its history first.`;
  return new DomainError(STAFFING_ERRORS.noHistory, message, { field: 'queue' });
}
