import { Injectable } from '@nestjs/common';
import { type AwardProposal, awardProposals } from '@switchyard/domain';
import { Policies } from '../../policy/policies';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { MonthIndicators } from '../indicators/month-indicators';
import { PerformanceItems } from '../items/performance-items.port';
import { endOfMonth, monthSpan } from '../months';
import { grouped } from '../grouped';
import { StaffCounts } from '../facts/staff-counts.port';
import { type ListedScore, MonthlyScores } from '../score/monthly-scores.port';

const PAGE = 1_000;
const ADOPTED: ReadonlySet<string> = new Set(['adopted-proposal', 'adopted-article']);

/** Graded awards and titles that a month's scores speak for (L267, L399–401, S0 六.4). */
@Injectable()
export class ProposeAwards {
  constructor(
    private readonly scores: MonthlyScores,
    private readonly staff: StaffDirectory,
    private readonly indicators: MonthIndicators,
    private readonly items: PerformanceItems,
    private readonly counts: StaffCounts,
    private readonly policies: Policies,
  ) {}

  /** @param groups only people of these */
  async execute(month: string, groups: readonly string[] | undefined): Promise<readonly AwardProposal[]> {
    const procedure = await this.policies.inForce('performance-procedure', endOfMonth(month));
    const scores = await this.all(month, groups);
    const numbers = scores.map(({ staffNumber }) => staffNumber);
    const { firstDay, lastDay } = monthSpan(month);
    const [people, items, sums] = await Promise.all([
      this.staff.list({ staffNumbers: numbers }),
      this.items.ofMonth(numbers, month),
      this.counts.sumsOf(numbers, firstDay, lastDay),
    ]);
    const ratings = sums.filter(({ kind }) => kind === 'ratings');
    const rated = new Map(ratings.map(({ staffNumber, counts }) => [staffNumber, counts]));
    const adopted = grouped(
      items.filter(({ category }) => ADOPTED.has(category)),
      ({ staffNumber }) => staffNumber,
    );
    const indicators = await this.indicators.of(
      people.filter(({ staffNumber }) => rated.has(staffNumber)),
      month,
    );
    return awardProposals(
      scores.map(({ staffNumber, score, missing }) => {
        const csat = indicators.get(staffNumber)?.find(({ code }) => code === 'csat')?.value;
        return {
          staffNumber,
          score,
          whole: missing.length === 0,
          ...(csat !== undefined && { csat }),
          csatGiven: rated.get(staffNumber)?.['csatGiven'] ?? 0,
          adopted: adopted.get(staffNumber)?.length ?? 0,
        };
      }),
      procedure,
    );
  }

  private async all(month: string, groups: readonly string[] | undefined): Promise<readonly ListedScore[]> {
    const scores: ListedScore[] = [];
    for (let cursor: string | undefined; ;) {
      const filter = { month, ...(groups && { withinGroups: groups }) };
      const page = await this.scores.list(filter, PAGE, cursor);
      scores.push(...page.items);
      if (page.nextCursor === undefined) return scores;
      cursor = page.nextCursor;
    }
  }
}
