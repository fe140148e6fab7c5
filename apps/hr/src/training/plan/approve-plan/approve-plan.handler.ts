import { Controller, Inject } from '@nestjs/common';
import {
  ApproveTrainingPlan,
  ApproveTrainingPlanRequest,
  type RequestContext,
  TRAINING_PLAN_ERRORS,
  type TrainingPlanView,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { planNotFound, toPlanView } from '../plan-views';
import { Plans } from '../plans.port';

@Controller()
export class ApprovePlanHandler {
  constructor(
    private readonly plans: Plans,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ApproveTrainingPlan)
  async handle(
    { year, version }: ApproveTrainingPlanRequest,
    { actor }: RequestContext,
  ): Promise<TrainingPlanView> {
    const latest = await this.plans.latest(year);
    if (!latest || latest.version < version) throw planNotFound(year, version);
    if (latest.version > version) {
      throw new DomainError(
        TRAINING_PLAN_ERRORS.changed,
        `Version ${version} was followed by version ${latest.version}; approve that.`,
        { field: 'version', year, version: latest.version },
      );
    }
    const now = this.clock.now();
    if (await this.plans.approve(year, version, now, actor.id))
      return toPlanView(
        { ...latest, approvedAt: now, approvedBy: actor.id },
        await this.plans.held(year),
        now,
      );
    throw new DomainError(
      TRAINING_PLAN_ERRORS.alreadyApproved,
      `Version ${version} of ${year} was approved already.`,
      { field: 'version', year, version },
    );
  }
}
