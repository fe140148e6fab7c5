import { Controller } from '@nestjs/common';
import {
  type AwardProposals,
  COMMON_ERRORS,
  type DismissalAlertPage,
  ListAwardProposals,
  type ListAwardProposalsRequest,
  ListDismissalAlerts,
  type ListDismissalAlertsRequest,
  ListScoreTotals,
  type ListScoreTotalsRequest,
  type RequestContext,
  type ScoreTotalPage,
} from '@switchyard/contracts';
import { monthsOfPeriod, rankTotals, scoreTotal } from '@switchyard/domain';
import { DomainError, Handles } from '@switchyard/platform';
import { pageAt } from '../../page-at';
import { grouped } from '../grouped';
import { MonthlyScores } from '../score/monthly-scores.port';
import { PerformanceSight } from '../sight';
import { StaffNames } from '../staff-names';
import { ProposeAwards } from './propose-awards';

const YEAR_OR_HALF = /^\d{4}(-H[12])?$/;

@Controller()
export class ReadTotalsHandler {
  constructor(
    private readonly scores: MonthlyScores,
    private readonly sight: PerformanceSight,
    private readonly names: StaffNames,
    private readonly awards: ProposeAwards,
  ) {}

  /** Half-year and year totals (L388, L402). */
  @Handles(ListScoreTotals)
  async totals(
    { period, groupCode, limit = 50, cursor }: ListScoreTotalsRequest,
    context: RequestContext,
  ): Promise<ScoreTotalPage> {
    if (!YEAR_OR_HALF.test(period)) {
      throw new DomainError(COMMON_ERRORS.invalid, 'Totals are of a half-year or a year, e.g. 2026-H2.', {
        fields: [{ field: 'period', problems: ['must be a half-year or a year'] }],
      });
    }
    const seen = await this.sight.groupsOf(context);
    const groups =
      groupCode === undefined ? seen : [groupCode].filter((code) => seen?.includes(code) ?? true);
    const scores = await this.scores.totals(monthsOfPeriod(period), groups);
    const totals = [...grouped(scores, ({ staffNumber }) => staffNumber)].map(([staffNumber, months]) => ({
      staffNumber,
      ...scoreTotal(period, months),
    }));
    const page = pageAt(rankTotals(totals), limit, cursor);
    const nameOf = await this.names.of(page.items.map(({ staffNumber }) => staffNumber));
    const totalOf = new Map(totals.map((total) => [total.staffNumber, total]));
    return {
      ...page,
      items: page.items.map(({ staffNumber, total, rank }) => {
        const whole = totalOf.get(staffNumber);
        return {
          staffNumber,
          total,
          rank,
          name: nameOf(staffNumber),
          ...(whole?.average !== undefined && { average: whole.average }),
          months: whole?.months.length ?? 0,
          missing: [...(whole?.missing ?? [])],
        };
      }),
    };
  }

  @Handles(ListAwardProposals)
  async proposals({ month }: ListAwardProposalsRequest, context: RequestContext): Promise<AwardProposals> {
    const proposals = await this.awards.execute(month, await this.sight.groupsOf(context));
    const nameOf = await this.names.of(proposals.map(({ staffNumber }) => staffNumber));
    return {
      items: proposals.map(({ names, ...proposal }) => ({
        ...proposal,
        names: { ...names },
        name: nameOf(proposal.staffNumber),
      })),
    };
  }

  /** For HR to look at, and nothing more (§22). */
  @Handles(ListDismissalAlerts)
  async alerts({ month, limit = 50, cursor }: ListDismissalAlertsRequest): Promise<DismissalAlertPage> {
    const page = await this.scores.alerts(month, limit, cursor);
    const nameOf = await this.names.of(page.items.map(({ staffNumber }) => staffNumber));
    return {
      ...page,
      items: page.items.flatMap(({ staffNumber, month: seenIn, alerts }) =>
        alerts.map(({ text, ...alert }) => ({
          ...alert,
          text: { ...text },
          staffNumber,
          month: seenIn,
          name: nameOf(staffNumber),
        })),
      ),
    };
  }
}
