import { Injectable } from '@nestjs/common';
import { awardProposals, type AwardProposal as EarnedAward } from '@switchyard/domain';
import { Policies } from '../../policy/policies';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { AdoptedProposals } from '../../workplace/adopted-proposals.port';
import { MonthIndicators } from '../indicators/month-indicators';
import { PerformanceItems } from '../items/performance-items.port';
import { endOfMonth, monthSpan } from '../months';
import { grouped } from '../grouped';
import { StaffCounts } from '../facts/staff-counts.port';
import { type ListedScore, MonthlyScores } from '../score/monthly-scores.port';

const PAGE = 1_000;
const ADOPTED: ReadonlySet<string> = new Set(['adopted-proposal', 'adopted-article']);

/** An adopted proposal of the staff is one until points are recorded for it (L399). */
export interface AwardProposal extends Omit<EarnedAward, 'award'> {
  readonly award: EarnedAward['award'] | 'adopted';
}

/** Graded awards and titles that a month's scores speak for (L267, L399–401, S0 六.4). */
@Injectable()
export class ProposeAwards {
  constructor(
    private readonly scores: MonthlyScores,
    private readonly staff: StaffDirectory,
    private readonly indicators: MonthIndicators,
    private readonly items: PerformanceItems,
    private readonly counts: StaffCounts,
    private readonly adopted: AdoptedProposals,
    private readonly policies: Policies,
  ) {}

  /** @param groups only people of these */
  async execute(month: string, groups: readonly string[] | undefined): Promise<readonly AwardProposal[]> {
    const procedure = await this.policies.inForce('performance-procedure', endOfMonth(month));
    const scores = await this.all(month, groups);
    const numbers = scores.map(({ staffNumber }) => staffNumber);
    const known = new Set(numbers);
    const { firstDay, lastDay } = monthSpan(month);
    const [people, items, sums, proposals] = await Promise.all([
      this.staff.list({ staffNumbers: numbers }),
      this.items.ofMonth(numbers, month),
      this.counts.sumsOf(numbers, firstDay, lastDay),
      this.adopted.between(firstDay, lastDay),
    ]);
    const ratings = sums.filter(({ kind }) => kind === 'ratings');
    const rated = new Map(ratings.map(({ staffNumber, counts }) => [staffNumber, counts]));
    const recorded = items.filter(({ category }) => ADOPTED.has(category));
    const incidents = new Set(recorded.map(({ incident }) => incident));
    const own = proposals.filter(({ staffNumber }) => known.has(staffNumber));
    const unrewarded = own.filter(({ proposalId }) => !incidents.has(`staff-proposal:${proposalId}`));
    const adopted = grouped([...recorded, ...unrewarded], ({ staffNumber }) => staffNumber);
    const indicators = await this.indicators.of(
      people.filter(({ staffNumber }) => rated.has(staffNumber)),
      month,
    );
    const earned = awardProposals(
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
    const rewards = unrewarded.map(({ staffNumber, title }): AwardProposal => {
      const names = { 'zh-CN': `采纳的建议：${title}`, en: `adopted proposal: ${title}` };
      return { staffNumber, award: 'adopted', code: 'adopted-proposal', names };
    });
    return [...earned, ...rewards];
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
