import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  PERFORMANCE_ERRORS,
  type RecordPerformanceItemRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { FINED_MATTERS, isFinedMatter, type MonthlyScorePolicy } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { endOfMonth } from '../months';
import { PerformanceSight } from '../sight';
import { type PerformanceItem, PerformanceItems } from './performance-items.port';

/**
 * Records points on top (1 to 5, L387), points off (1 to 10, L386), a matter that is fined (L407–417) or a complaint, with who and why.
 * Lateness, leave and absence are counted by attendance itself (L388).
 * @throws DomainError `staff.not-found`, `performance.own-matter`, `performance-item.invalid`
 */
@Injectable()
export class RecordItem {
  constructor(
    private readonly items: PerformanceItems,
    private readonly sight: PerformanceSight,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(request: RecordPerformanceItemRequest, context: RequestContext): Promise<PerformanceItem> {
    const { staffNumber, month, kind, category, text, evidence = [], incident } = request;
    await this.sight.member(staffNumber, context);
    await this.sight.assertAnother(staffNumber, context, 'Somebody else has to record what concerns you.');
    const policy = await this.policies.inForce('monthly-score', endOfMonth(month));
    const points = pointsOf(request, policy);
    if (kind === 'fine' && !isFinedMatter(category)) {
      throw invalid(
        'category',
        `no matter that is fined; give one of ${Object.keys(FINED_MATTERS).join(', ')}`,
      );
    }
    if (incident?.startsWith('attendance:') === true && kind === 'deduction') {
      throw invalid('incident', 'attendance is deducted by itself; correct it there');
    }
    const item: PerformanceItem = {
      id: randomUUID(),
      staffNumber,
      month,
      kind,
      category,
      points,
      text,
      evidence,
      ...(incident !== undefined && { incident }),
      recordedBy: context.actor.id,
      recordedAt: this.clock.now(),
    };
    await this.items.add(item);
    return item;
  }
}

function pointsOf({ kind, points }: RecordPerformanceItemRequest, { score }: MonthlyScorePolicy): number {
  if (kind === 'fine' || kind === 'complaint') {
    if (points === undefined || points === 0) return 0;
    throw invalid('points', `none for a ${kind}; record a deduction beside it`);
  }
  const { least, most } = kind === 'award' ? score.awards : score.other;
  if (points !== undefined && points >= least && points <= most) return points;
  throw invalid('points', `from ${least} to ${most} for ${kind === 'award' ? 'an award' : 'a deduction'}`);
}

function invalid(field: string, problem: string): DomainError {
  return new DomainError(PERFORMANCE_ERRORS.itemInvalid, `${field}: ${problem}.`, {
    fields: [{ field, problems: [problem] }],
  });
}
