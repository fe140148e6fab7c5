import { Controller, Inject } from '@nestjs/common';
import {
  ForecastCalls,
  ForecastCallsRequest,
  type CallForecastHead,
  type CallForecastPage,
  CallForecastReference,
  type CallForecastView,
  GetForecast,
  ListForecasts,
  ListForecastsRequest,
  ListNeededHeads,
  ListNeededHeadsRequest,
  type NeededHeadsPage,
  type RequestContext,
  STAFFING_ERRORS,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { pageAt } from '../../page-at';
import { Policies } from '../../policy/policies';
import { type Forecast, type ForecastHead, Forecasts } from '../forecasts.port';
import { agentsFor, StaffingNeeds } from '../needs/staffing-needs';
import { daySpan } from '../spans';
import { MakeForecast } from './make-forecast';

@Controller()
export class ForecastHandler {
  constructor(
    private readonly make: MakeForecast,
    private readonly forecasts: Forecasts,
    private readonly needs: StaffingNeeds,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ForecastCalls)
  async forecast(
    { queue, from, to }: ForecastCallsRequest,
    { actor }: RequestContext,
  ): Promise<CallForecastView> {
    return this.toView(await this.make.execute(queue, daySpan(from, to), actor.id));
  }

  @Handles(GetForecast)
  async get({ forecastId }: CallForecastReference): Promise<CallForecastView> {
    const forecast = await this.forecasts.find(forecastId);
    if (forecast) return this.toView(forecast);
    throw new DomainError(STAFFING_ERRORS.forecastNotFound, `There is no forecast ${forecastId}.`, {
      field: 'forecastId',
    });
  }

  @Handles(ListForecasts)
  async list({ queue, limit = 50, cursor }: ListForecastsRequest): Promise<CallForecastPage> {
    const page = await this.forecasts.list(queue, limit, cursor);
    return { ...page, items: page.items.map(toHead) };
  }

  @Handles(ListNeededHeads)
  async needed({ from, to, limit = 50, cursor }: ListNeededHeadsRequest): Promise<NeededHeadsPage> {
    const span = daySpan(from, to);
    const page = pageAt(await this.needs.between(span.from, span.to), limit, cursor);
    return { ...page, items: page.items.map((interval) => ({ ...interval })) };
  }

  private async toView(forecast: Forecast): Promise<CallForecastView> {
    const policy = await this.policies.inForce('staffing', this.clock.now());
    const { intervals, intervalMinutes } = forecast;
    return {
      ...toHead(forecast),
      intervals: intervals.map(({ date, minute, calls, handlingSeconds }) => ({
        date,
        minute,
        calls: rounded(calls),
        handlingSeconds: rounded(handlingSeconds),
        agents: agentsFor({ calls, handlingSeconds, intervalMinutes }, policy),
      })),
    };
  }
}

function toHead({
  id,
  queue,
  from,
  to,
  intervalMinutes,
  measure,
  madeAt,
  madeBy,
}: ForecastHead): CallForecastHead {
  const head = { forecastId: id, queue, from, to, intervalMinutes, madeBy };
  return { ...head, measure: { ...measure }, madeAt: madeAt.toISOString() };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
