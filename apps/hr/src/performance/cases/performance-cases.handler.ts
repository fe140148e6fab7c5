import { Controller, Inject } from '@nestjs/common';
import {
  ExcludePerformanceCase,
  type ExcludePerformanceCaseRequest,
  ListPerformanceCases,
  type ListPerformanceCasesRequest,
  PERFORMANCE_ERRORS,
  type PerformanceCasePage,
  type PerformanceCaseView,
  type RequestContext,
} from '@switchyard/contracts';
import { scoreTargetOf } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { endOfMonth, monthSpan } from '../months';
import { PerformanceSight } from '../sight';
import { type PerformanceCase, type PerformanceCaseFilter, PerformanceCases } from './performance-cases.port';

@Controller()
export class PerformanceCasesHandler {
  constructor(
    private readonly cases: PerformanceCases,
    private readonly sight: PerformanceSight,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListPerformanceCases)
  async list(request: ListPerformanceCasesRequest, context: RequestContext): Promise<PerformanceCasePage> {
    const { staffNumber, month, overdue, limit = 50, cursor } = request;
    const now = this.clock.now();
    const withinGroups = await this.sight.groupsOf(context);
    const filter: PerformanceCaseFilter = {
      ...(staffNumber !== undefined && { staffNumber }),
      ...(month !== undefined && { received: monthSpan(month) }),
      ...(overdue !== undefined && {
        overdue: { is: overdue, minutes: await this.minutes(month, now), now },
      }),
      ...(withinGroups && { withinGroups }),
    };
    const page = await this.cases.list(filter, limit, cursor);
    return { ...page, items: page.items.map((item) => toCaseView(item, now)) };
  }

  @Handles(ExcludePerformanceCase)
  exclude(
    { caseId, reason, evidence }: ExcludePerformanceCaseRequest,
    context: RequestContext,
  ): Promise<PerformanceCaseView> {
    const now = this.clock.now();
    return this.work.inTransaction(async () => {
      const item = await this.cases.lock(caseId);
      if (!item)
        throw new DomainError(PERFORMANCE_ERRORS.caseNotFound, `There is no case ${caseId}.`, { caseId });
      if (item.accountId === context.actor.id)
        throw new DomainError(
          PERFORMANCE_ERRORS.ownMatter,
          'Somebody else has to exclude what you had in hand.',
        );
      if (item.excludedBy !== undefined)
        throw new DomainError(PERFORMANCE_ERRORS.caseExcluded, 'The case is excluded already.', { caseId });
      await this.cases.exclude(caseId, reason, evidence, context.actor.id, now);
      const excluded = { excludedReason: reason, excludedEvidence: evidence, excludedBy: context.actor.id };
      return toCaseView({ ...item, ...excluded }, now);
    });
  }

  private async minutes(month: string | undefined, now: Date): Promise<number> {
    const policy = await this.policies.inForce(
      'monthly-score',
      month === undefined ? now : endOfMonth(month),
    );
    return scoreTargetOf(month ?? now.toISOString().slice(0, 7), policy).inHandMinutes;
  }
}

function toCaseView({ id, receivedAt, handledAt, ...item }: PerformanceCase, now: Date): PerformanceCaseView {
  const minutes = ((handledAt ?? now).getTime() - receivedAt.getTime()) / 60_000;
  return {
    ...item,
    caseId: id,
    receivedAt: receivedAt.toISOString(),
    ...(handledAt && { handledAt: handledAt.toISOString() }),
    minutes: Math.round(Math.max(0, minutes) * 10) / 10,
  };
}
