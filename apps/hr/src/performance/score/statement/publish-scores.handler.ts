import { Controller, Inject } from '@nestjs/common';
import {
  type MonthlyScoresPublished,
  PublishMonthlyScores,
  type PublishMonthlyScoresRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../../policy/policies';
import { MonthlyScores } from '../monthly-scores.port';

const DAY_MS = 86_400_000;

/** Drafts are told to their people, who may appeal within the policy's days. */
@Controller()
export class PublishScoresHandler {
  constructor(
    private readonly scores: MonthlyScores,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(PublishMonthlyScores)
  async handle(
    request: PublishMonthlyScoresRequest,
    { actor }: RequestContext,
  ): Promise<MonthlyScoresPublished> {
    const at = this.clock.now();
    const { appealDays } = await this.policies.inForce('performance-procedure', at);
    const appealUntil = new Date(at.getTime() + appealDays * DAY_MS);
    return this.work.inTransaction(() => this.scores.publish({ ...request, at, by: actor.id, appealUntil }));
  }
}
