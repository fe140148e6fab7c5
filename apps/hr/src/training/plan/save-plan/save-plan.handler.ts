import { Controller, Inject } from '@nestjs/common';
import {
  type RequestContext,
  SaveTrainingPlan,
  SaveTrainingPlanRequest,
  TRAINING_PLAN_ERRORS,
  type TrainingPlanItem,
  type TrainingPlanView,
} from '@switchyard/contracts';
import type { PlanItem, Quarter } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { courseNotFound } from '../../course/course-views';
import { Courses } from '../../course/courses.port';
import { toPlanView } from '../plan-views';
import { Plans } from '../plans.port';

@Controller()
export class SavePlanHandler {
  constructor(
    private readonly plans: Plans,
    private readonly courses: Courses,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(SaveTrainingPlan)
  async handle(request: SaveTrainingPlanRequest, { actor }: RequestContext): Promise<TrainingPlanView> {
    const { year, baseVersion } = request;
    const codes = request.items.map(({ courseCode }) => courseCode);
    const known = await this.courses.known(codes);
    const unknown = codes.find((code) => !known.includes(code));
    if (unknown !== undefined) throw courseNotFound(unknown);
    const version = {
      year,
      version: baseVersion + 1,
      items: request.items.map(toItem),
      madeAt: this.clock.now(),
      madeBy: actor.id,
    };
    const latest = await this.plans.latest(year);
    if ((latest?.version ?? 0) === baseVersion && (await this.plans.add(version)))
      return toPlanView(version, await this.plans.held(year), this.clock.now());
    throw new DomainError(
      TRAINING_PLAN_ERRORS.changed,
      `The plan of ${year} has another version by now; read it again and send that as baseVersion.`,
      { field: 'baseVersion', year, version: (await this.plans.latest(year))?.version ?? 0 },
    );
  }
}

const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];

const toItem = ({ quarter, ...item }: TrainingPlanItem): PlanItem => ({
  ...item,
  quarter: QUARTERS[quarter - 1] ?? 4,
});
