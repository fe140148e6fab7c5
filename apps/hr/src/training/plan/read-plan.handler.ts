import { Controller, Inject } from '@nestjs/common';
import { GetTrainingPlan, GetTrainingPlanRequest, type TrainingPlanView } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { planNotFound, toPlanView } from './plan-views';
import { Plans } from './plans.port';

@Controller()
export class ReadPlanHandler {
  constructor(
    private readonly plans: Plans,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GetTrainingPlan)
  async handle({ year, version }: GetTrainingPlanRequest): Promise<TrainingPlanView> {
    const plan = await (version === undefined ? this.plans.inForce(year) : this.plans.find(year, version));
    if (!plan) throw planNotFound(year, version);
    return toPlanView(plan, await this.plans.held(year), this.clock.now());
  }
}
