import { Controller, Inject } from '@nestjs/common';
import {
  GetTurnover,
  GetTurnoverRequest,
  HIRING_ERRORS,
  type LeaverPage,
  type LeavingReasonWord,
  ListLeavers,
  ListLeaversRequest,
  type TurnoverView,
} from '@switchyard/contracts';
import { addDays, localDate, localDateAt, monthsBetween, turnoverOf } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { Employments } from './employments.port';

@Controller()
export class TurnoverHandler {
  constructor(
    private readonly employments: Employments,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Bands and cost by the policy of now, whatever the period, so that periods can be compared. */
  @Handles(GetTurnover)
  async turnover(request: GetTurnoverRequest): Promise<TurnoverView> {
    const now = this.clock.now();
    const period = { from: localDate(request.from), before: localDate(request.before) };
    // Today may still be counted: until tomorrow, excluded.
    if (period.before <= period.from || period.before > addDays(localDateAt(now), 1)) {
      throw new DomainError(
        HIRING_ERRORS.badPeriod,
        'A period has at least one day and ends with today at the latest; before is the day after its last.',
        { field: 'before', ...period },
      );
    }
    const { turnover: rule } = await this.policies.inForce('hiring', now);
    const everybody = await this.employments.since(period.from, request);
    const turnover = turnoverOf(everybody, period, rule);
    return {
      ...turnover,
      ...period,
      industryPercent: rule.industryPercent,
      byTenure: turnover.byTenure.map((band) => ({ ...band })),
      byReason: { ...turnover.byReason },
    };
  }

  @Handles(ListLeavers)
  async leavers({ limit = 50, cursor, ...filter }: ListLeaversRequest): Promise<LeaverPage> {
    const page = await this.employments.leavers(filter, limit, cursor);
    return {
      ...page,
      items: page.items.map(({ leavingReason, ...leaver }) => ({
        ...leaver,
        tenureMonths: monthsBetween(leaver.hiredOn, leaver.leftOn),
        ...(leavingReason !== undefined && { leavingReason: leavingReason as LeavingReasonWord }),
      })),
    };
  }
}
