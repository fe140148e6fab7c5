import { operation } from '../../kernel/contract';
import {
  Day,
  Figure,
  Id,
  Instant,
  ListOf,
  Nested,
  OptionalFigure,
  OptionalInstant,
  OptionalText,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { STAFFING_ERRORS } from './errors';

export class ForecastCallsRequest {
  @RequiredText('Queue', 60)
  queue: string;

  @Day('First day')
  from: string;

  @Day('Last day, at most 100 days later')
  to: string;
}

export class ForecastMeasureView {
  @Whole('Weeks that were held out, each forecast from what came before it', 0, 8)
  heldOutWeeks: number;

  @OptionalFigure('Sum of |forecast − actual| ÷ sum of the actual')
  error?: number;

  @OptionalFigure('The same of "as in the week before"')
  naiveError?: number;

  @OptionalFigure('error ÷ naiveError: below 1 the forecast is better than last week')
  versusNaive?: number;

  @OptionalFigure('(forecast − actual) ÷ actual, of the sums')
  bias?: number;
}

export class ForecastIntervalView {
  @Day('Day')
  date: string;

  @Whole('Start, minutes since midnight in China', 0, 1439)
  minute: number;

  @Figure('Calls')
  calls: number;

  @Figure('Mean handling time, seconds')
  handlingSeconds: number;

  @Whole('Agents at the phone that reach the service level of the policy (Erlang C)', 0, 100_000)
  agents: number;
}

export class CallForecastHead {
  @Id('Id of the forecast')
  forecastId: string;

  @RequiredText('Queue', 60)
  queue: string;

  @Day('First day')
  from: string;

  @Day('Last day')
  to: string;

  @Whole('Length of an interval, minutes', 15, 60)
  intervalMinutes: number;

  @Nested('How good it would have been', () => ForecastMeasureView)
  measure: ForecastMeasureView;

  @Instant('When it was made')
  madeAt: string;

  @RequiredText('Who asked for it', 200)
  madeBy: string;
}

export class CallForecastView extends CallForecastHead {
  @ListOf('Interval by interval', () => ForecastIntervalView, 20_000)
  intervals: ForecastIntervalView[];
}

/** Makes a forecast and keeps it; the latest of each day counts for rosters. */
export const ForecastCalls = operation({
  subject: 'hr.command.forecast-calls.v1',
  request: ForecastCallsRequest,
  reply: CallForecastView,
  errors: [STAFFING_ERRORS.noHistory, STAFFING_ERRORS.spanInvalid],
});

export class CallForecastReference {
  @Id('Id of the forecast')
  forecastId: string;
}

export const GetForecast = operation({
  subject: 'hr.query.call-forecast.v1',
  request: CallForecastReference,
  reply: CallForecastView,
  errors: [STAFFING_ERRORS.forecastNotFound],
});

export class ListForecastsRequest extends PageRequest {
  @OptionalText('Only of this queue', 60)
  queue?: string;
}

export class CallForecastPage extends PageOf(CallForecastHead, 'Forecasts, the newest first') {}

export const ListForecasts = operation({
  subject: 'hr.query.call-forecasts.v1',
  request: ListForecastsRequest,
  reply: CallForecastPage,
});

export class ListNeededHeadsRequest extends PageRequest {
  @Day('First day')
  from: string;

  @Day('Last day, at most 100 days later')
  to: string;
}

export class NeededHeadsView {
  @Day('Day')
  date: string;

  @Whole('Start, minutes since midnight in China', 0, 1439)
  minute: number;

  @Whole('Length, minutes', 15, 60)
  minutes: number;

  @Whole('Agents at the phone, all queues together', 0, 100_000)
  agents: number;

  @Whole('Heads to roster: agents ÷ (1 − shrinkage), rounded up once', 0, 100_000)
  heads: number;
}

export class NeededHeadsPage extends PageOf(NeededHeadsView, 'Interval by interval') {}

/** Heads that the latest forecasts of all queues need; days without one are left out. */
export const ListNeededHeads = operation({
  subject: 'hr.query.needed-heads.v1',
  request: ListNeededHeadsRequest,
  reply: NeededHeadsPage,
  errors: [STAFFING_ERRORS.spanInvalid],
});

export class ReplanDayRequest {
  @OptionalInstant('As of when; now unless given')
  at?: string;
}

export class ReplanInterval {
  @Whole('Start, minutes since midnight in China', 0, 1439)
  minute: number;

  @Whole('Length, minutes', 15, 60)
  minutes: number;

  @Figure('Calls as forecast')
  forecastCalls: number;

  @Figure('Calls as they are expected now')
  expectedCalls: number;

  @Whole('Heads needed now', 0, 100_000)
  needed: number;

  @Whole('Heads on the roster', 0, 100_000)
  rostered: number;

  @Whole('Missing', 0, 100_000)
  missing: number;
}

export class OvertimeProposal {
  @RequiredText('Staff number', 20)
  staffNumber: string;

  @OptionalText('Name', 200)
  staffName?: string;

  @Instant('From when')
  from: string;

  @Instant('Until when')
  to: string;
}

export class DayReplan {
  @Day('Day')
  date: string;

  @Instant('As of when')
  at: string;

  @Figure('Calls so far ÷ calls forecast so far; 1 where nothing is known')
  factor: number;

  @ListOf('What is left of the day', () => ReplanInterval, 200)
  intervals: ReplanInterval[];

  @ListOf('Who could stay on, rest before their next shift kept', () => OvertimeProposal, 1000)
  overtime: OvertimeProposal[];

  @Whole('Missing half hours of heads, before and after the overtime', 0, 1_000_000)
  missingBefore: number;

  @Whole('Missing that is left', 0, 1_000_000)
  missingAfter: number;
}

/** Plans the rest of the day again with what came so far (14:00, L258): the gap, and whose overtime would fill it. */
export const ReplanDay = operation({
  subject: 'hr.query.replan-day.v1',
  request: ReplanDayRequest,
  reply: DayReplan,
  errors: [STAFFING_ERRORS.forecastNotFound],
});
