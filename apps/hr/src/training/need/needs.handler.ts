import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  AddTrainingNeed,
  AddTrainingNeedRequest,
  type CollectedTrainingNeeds,
  CollectTrainingNeeds,
  CollectTrainingNeedsRequest,
  DecideTrainingNeed,
  DecideTrainingNeedRequest,
  ListTrainingNeeds,
  ListTrainingNeedsRequest,
  type RequestContext,
  TRAINING_PLAN_ERRORS,
  type TrainingNeedPage,
  type TrainingNeedView,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { courseNotFound } from '../course/course-views';
import { Courses } from '../course/courses.port';
import { viewsOf } from '../page';
import { TrainedStaff } from '../people/trained-staff';
import { CollectNeeds } from './collect-needs/collect-needs.use-case';
import { type Need, Needs } from './needs.port';

@Controller()
export class NeedsHandler {
  constructor(
    private readonly needs: Needs,
    private readonly collect: CollectNeeds,
    private readonly courses: Courses,
    private readonly staff: TrainedStaff,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListTrainingNeeds)
  async list({ limit = 50, cursor, ...filter }: ListTrainingNeedsRequest): Promise<TrainingNeedPage> {
    return viewsOf(await this.needs.list(filter, limit, cursor), toView);
  }

  @Handles(CollectTrainingNeeds)
  gather(request: CollectTrainingNeedsRequest, context: RequestContext): Promise<CollectedTrainingNeeds> {
    return this.collect.execute(request, context);
  }

  @Handles(AddTrainingNeed)
  async add(request: AddTrainingNeedRequest, { actor }: RequestContext): Promise<TrainingNeedView> {
    await this.assertCourse(request.courseCode);
    await this.staff.assertKnown(request.staffNumbers);
    const made = { madeAt: this.clock.now(), madeBy: actor.id };
    const facts = { needId: randomUUID(), source: 'manual' as const, state: 'open' as const, findingIds: [] };
    const need = { ...request, ...facts, ...made };
    await this.needs.add(need);
    return toView(need);
  }

  @Handles(DecideTrainingNeed)
  async decide(request: DecideTrainingNeedRequest, { actor }: RequestContext): Promise<TrainingNeedView> {
    const { needId, state, decision, courseCode } = request;
    const need = await this.needs.find(needId);
    if (!need) {
      throw new DomainError(TRAINING_PLAN_ERRORS.needNotFound, `There is no need ${needId}.`, { needId });
    }
    await this.assertCourse(courseCode);
    const word = { state, decision, decidedAt: this.clock.now(), decidedBy: actor.id };
    const decided = { ...need, ...word, ...(courseCode !== undefined && { courseCode }) };
    if (await this.needs.decide(decided)) return toView(decided);
    throw new DomainError(
      TRAINING_PLAN_ERRORS.needDecided,
      'This need was decided already; add a new one if it is there again.',
      { needId, state: need.state },
    );
  }

  private async assertCourse(code: string | undefined): Promise<void> {
    if (code !== undefined && !(await this.courses.find(code))) throw courseNotFound(code);
  }
}

function toView({
  staffNumbers,
  findingIds,
  madeAt: _,
  madeBy: _by,
  decidedAt,
  ...need
}: Need): TrainingNeedView {
  return {
    ...need,
    staffNumbers: [...staffNumbers],
    findings: findingIds.length,
    findingIds: [...findingIds],
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
  };
}
