import { Inject, Injectable } from '@nestjs/common';
import type {
  CollectedTrainingNeeds,
  CollectTrainingNeedsRequest,
  RequestContext,
} from '@switchyard/contracts';
import { addDays, daysOfQuarter, instantAt, needsOf, type Quarter } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../../policy/policies';
import { type QualityFinding, QualityFindings } from '../../../quality/findings.port';
import { Needs } from '../needs.port';

const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];

/** Makes needs of what quality found in a quarter (§14: periodic analysis → special training; §18: quarterly review). */
@Injectable()
export class CollectNeeds {
  constructor(
    private readonly findings: QualityFindings,
    private readonly needs: Needs,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    { year, quarter }: CollectTrainingNeedsRequest,
    { actor }: RequestContext,
  ): Promise<CollectedTrainingNeeds> {
    const now = this.clock.now();
    const { needFromFindings } = await this.policies.inForce('training', now);
    const { from, to } = daysOfQuarter(year, QUARTERS[quarter - 1] ?? 4);
    const findings = await this.findings.between(instantAt(from, 0), instantAt(addDays(to, 1), 0));
    const counts = { added: 0, grown: 0, same: 0 };
    await this.work.inTransaction(async () => {
      for (const need of needsOf(findings, needFromFindings)) {
        const found = { ...need, year, quarter, ...describe(findings, need.topic) };
        counts[await this.needs.gather(found, now, actor.id)]++;
      }
    });
    return { findings: findings.length, added: counts.added, grown: counts.grown };
  }
}

/** How quality names the topic, and the course that its scorecard points to. */
function describe(
  findings: readonly QualityFinding[],
  topic: string,
): { readonly remark: string; readonly courseCode?: string } {
  const own = findings.filter((finding) => finding.topic === topic);
  const courseCode = own.find((finding) => finding.courseCode !== undefined)?.courseCode;
  const names = own[0]?.names;
  return {
    remark: names ? `${names['zh-CN']} / ${names.en}` : topic,
    ...(courseCode !== undefined && { courseCode }),
  };
}
